package io.weirkeeper.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a text in which it is judged. */
class TextTest {

    @ParameterizedTest
    @CsvSource({
        "FREE, free",
        "FR\u0415\u0415, free",
        "fr\u0435\u0435 m\u043En\u0435\u0443, free money",
        "\u041C\u041E\u041D\u0415\u0423, mohey",
        "\u0493\u0280\u1D07\u1D07, free",
        "ＦＲＥＥ, free",
        "\uD835\uDC05\uD835\uDC11\uD835\uDC04\uD835\uDC04, free",
        "\uD835\uDD23\uD835\uDD2F\uD835\uDD22\uD835\uDD22, free",
        "ⓕⓡⓔⓔ, free",
        "\uD83C\uDD75\uD83C\uDD81\uD83C\uDD74\uD83C\uDD74, free",
        "\uD83C\uDD55\uD83C\uDD61\uD83C\uDD54\uD83C\uDD54, free",
        "\uA4DD\uA4E3\uA4F0\uA4F0, free",
        "\u039D\u039FW, now",
        "\u03BDiagra, viagra",
        "cas\u0130no, casino",
        "cas\u0131n\u03BF, casino",
        "\u13DF\u13AA\u13DAINO, casino",
        "fr\u200Be\u00ADe, free",
        "f\u0336r\u0336e\u0336e\u0336, free",
        "f\u0301r\u0301e\u0337\u0301e\u0337\u0301, fŕee",
        "f\uFE0Fr\uFE0Fee, free",
        "fr\u20DDee, free",
        "FR\u00C9E, frée",
        "fre\u0301e, frée",
        "fr33, fr33",
    })
    void lettersThatLookLikeLatinOnesAreThoseWhenFolded(String text, String expected) {
        assertThat(new Text(text).folded()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"año", "über", "naïve", "ой", "हिन्दी", "ไทย", "עִבְרִית", "日本語", "한국어", "ضَرَبَ", "straße"})
    void lettersOfLanguagesKeepTheirMarks(String text) {
        String marks = new Text(text).folded().replaceAll("\\p{ASCII}", "");

        assertThat(marks).hasSize(text.replaceAll("[\\p{ASCII}о]", "").length());
    }

    @Test
    void whatIsFoldedIsFoldedAsItIs() {
        String once = new Text("FR\u0415\u0415 \u039D\u039FW \u13DF\u13AA\u13DAINO \u0336 e\u0301\u0336").folded();

        assertThat(new Text(once).folded()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "' Free  MONEY\n',' Free  MONEY\n'",
                "ＦＲＥＥ　ＭＯＮＥＹ,FREE MONEY",
                "F\u200BR\u202EEE,FREE",
                "e\u200B\u0301,\u00E9",
                "FR\u0415\u0415,FR\u0415\u0415",
            })
    void theVisibleTextKeepsCaseAndSpaces(String text, String expected) {
        assertThat(new Text(text).visible()).isEqualTo(expected);
    }

    @Test
    void plainTextIsVisibleAsItIs() {
        String text = "Just plain TEXT ";

        assertThat(new Text(text).visible()).isSameAs(text);
        assertThat(new Text(text).body()).isSameAs(text);
    }

    @Test
    void ofALongRunOfMarksOnlyTheFirstAreVisible() {
        assertThat(new Text("x" + "\u0316\u0317".repeat(10_000)).visible()).hasSize(31);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Free  MONEY ", " FR\u0415\u0415 ", "e\u200B\u0301\u0130\u03A3\u1E9B\u0323", "ｈｉ　\uFDFA"})
    void theComparableTextIsThatOfDuplicates(String text) {
        assertThat(new Text(text).comparable()).isEqualTo(ComparableText.of(text));
    }

    @Test
    void eachFormIsMadeOnce() {
        Text text = new Text("FR\u0415\u0415 ");

        assertThat(text.folded()).isSameAs(text.folded());
        assertThat(text.visible()).isSameAs(text.visible());
        assertThat(text.comparable()).isSameAs(text.comparable()).isEqualTo("fr\u0435\u0435");
    }
}
