package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One character again and again. */
class RepeatedCheckTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "aaaaaaaaaaaa, \"a\" 12",
                "soooooooooooo good, \"o\" 12",
                "AaAaAaAaAaAa, \"a\" 12",
                "a\u200Baa\u00ADaaaaaaaaa, \"a\" 12",
                "!!!!!!!!!!!!!, \"!\" 13",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00, \"\uD83D\uDE00\" 11",
                "\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800, U+D800 11",
                "x\u0336\u0336\u0336\u0336\u0336\u0336\u0336\u0336\u0336\u0336\u0336\u0336, U+0336 12",
                "…………, \".\" 12",
            })
    void elevenInARowAreTooMany(String text, String shown) {
        assertThat(Rules.details(Rules.repeated(10), text)).containsExactly(shown + " times in a row; 10 allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "aaaaaaaaaa, 10",
        "abababababababab, 1",
        "'a                    b', 1",
        "'', 0",
        "good, 2",
        "\uD83D\uDE00\uD83D\uDE01, 1"
    })
    void tenAreNot(String text, int longest) {
        assertThat(Rules.ids(Rules.repeated(10), text)).isEmpty();
        assertThat(Rules.passed(Rules.repeated(10), text)).isEqualTo("repeated " + longest + " of 10");
    }

    @Test
    void onceCanBeTheMost() {
        assertThat(Rules.ids(Rules.repeated(1), "good")).containsExactly("repeated");
        assertThat(Rules.ids(Rules.repeated(1), "bad")).isEmpty();
    }
}
