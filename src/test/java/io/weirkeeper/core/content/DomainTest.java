package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains as they are compared. */
class DomainTest {

    @ParameterizedTest
    @CsvSource({
        "youtube.com, youtube.com",
        "YouTube.COM, youtube.com",
        "youtube.com., youtube.com",
        "ｙｏｕｔｕｂｅ．ｃｏｍ, youtube.com",
        "youtube。com, youtube.com",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "у\u043Eutube.com, xn--utube-iye8a.com",
        "пример.рф, xn--e1afmkfd.xn--p1ai",
        "my_blog.example.co.uk, my_blog.example.co.uk",
    })
    void lettersOfAllAlphabetsBecomeAscii(String name, String ascii) {
        assertThat(Domain.ascii(name)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "com",
                "localhost",
                ".youtube.com",
                "you..tube.com",
                "youtube.com..",
                "youtube com.au",
                "https://youtube.com",
                "youtube.com/",
                "youtube.com:80",
                "*.youtube.com",
                "a@b.com",
                "youtube.com%40evil",
                "10.0.0.1",
                "1.2.0x7f",
                "[::1]",
                "faß.de",
                "\uD800.com",
                "a\uDC00.com",
                "a\u202Eb.com",
                "youtube.com'evil.com",
                "youtube,com"
            })
    void whatIsNoDomainIsNone(String name) {
        assertThat(Domain.ascii(name)).isEmpty();
    }

    @Test
    void namesThatAreTooLongAreNone() {
        assertThat(Domain.ascii("a".repeat(64) + ".com")).isEmpty();
        assertThat(Domain.ascii("a".repeat(63) + ".com")).isPresent();
        assertThat(Domain.ascii("a.".repeat(200) + "com")).isEmpty();
        assertThat(Domain.ascii("ü".repeat(64 * 1024) + ".com")).isEmpty();
    }
}
