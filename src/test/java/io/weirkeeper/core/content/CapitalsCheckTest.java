package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of nothing but capitals. */
class CapitalsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "BUY NOW, 7",
        "'  BUY  NOW ', 8",
        "'BUY\nNOW\u00A0\u3000OK', 11",
        "HELLO, 5",
        "ПРИВЕТ, 6",
        "ÀÉÎÕÜ, 5",
        "E\u0301E\u0301E\u0301E\u0301E\u0301, 5",
        "ＨＥＬＬＯ, 5",
        "H\u200BELLO, 5",
        "\uD801\uDC00\uD801\uDC00\uD801\uDC00\uD801\uDC00\uD801\uDC00, 5",
    })
    void capitalsAndSpacesAreCounted(String text, int length) {
        assertThat(Rules.details(Rules.capitals(5), text)).containsExactly(length + " capitals; fewer than 5 allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "     ",
                "Hello",
                "HELLO!",
                "HELLO 1",
                "BUY NOw",
                "你好你好你好",
                "HELLO你好",
                "\u01C5\u01C5\u01C5\u01C5\u01C5",
                "HELLO\uD800",
                "HELLO\u0336",
                "ªªªªªª",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "ß ß ß ß"
            })
    void whatIsNotAllCapitalsPasses(String text) {
        assertThat(Rules.ids(Rules.capitals(5), text)).isEmpty();
        assertThat(Rules.passed(Rules.capitals(5), text)).isEqualTo("capitals: no");
    }

    @ParameterizedTest
    @CsvSource({"OK, 2", "' A B ', 3", "ABCD, 4"})
    void aFewCapitalsPass(String text, int length) {
        assertThat(Rules.ids(Rules.capitals(5), text)).isEmpty();
        assertThat(Rules.passed(Rules.capitals(5), text)).isEqualTo("capitals " + length + " of 5");
    }
}
