package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexSizeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "abcdefgh 8",
                "a{100} 100",
                "a{10,100} 100",
                "a{100,} 100",
                "xa{100}y 102",
                "(ab){100} 300",
                "((a{100}){100}){100} 1010100",
                "[a-z({]{100} 100",
                "[]a]{100} 100",
                "[^]a\\]]{100} 100",
                "\\({100} 100",
                "a{0}bcdefghijk 14",
            })
    void repetitionsAreWrittenOut(String regex, double length) {
        assertThat(RegexSize.of(regex).length()).isEqualTo(length);
    }

    @Test
    void depthIsThatOfTheInnermostGroup() {
        assertThat(RegexSize.of("a(b(c)(d(e)))(f)").depth()).isEqualTo(3);
    }

    @Test
    void whatWouldFillTheMemoryIsTooLarge() {
        assertThat(RegexSize.of("((((a{1000}){1000}){1000}){1000})").isTooLarge())
                .isTrue();
        assertThat(RegexSize.of("(".repeat(251) + ")".repeat(251)).isTooLarge()).isTrue();
        assertThat(RegexSize.of("a{99999999999999999999}").isTooLarge()).isTrue();
        assertThat(RegexSize.of("(?i)(bit\\.ly|tinyurl|goo\\.gl)").isTooLarge()).isFalse();
    }
}
