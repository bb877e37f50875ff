package io.weirkeeper.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in which texts are compared: NFKC, lower case, without zero-width characters, white space collapsed. */
class ComparableTextTest {
    private static final int LONGEST_BODY = 64 * 1024;

    @ParameterizedTest
    @CsvSource({
        "hello world, hello world",
        "Hello WORLD, hello world",
        "'  hello   world  ', hello world",
        "'hello\t\n\r\u000B\fworld', hello world",
        "'hello\u00A0\u2003\u3000world', hello world",
        "'hello\u2028\u2029\u205F\u1680\u202Fworld', hello world",
        "'hello\u0085world', hello world",
        "ｈｅｌｌｏ　ｗｏｒｌｄ, hello world",
        "ﬁne, fine",
        "①②③, 123",
        "ＦＲＥＥ, free",
        "x², x2",
        "e\u0301t\u00E9, \u00E9t\u00E9",
        "ÀÉÎÕÜ, àéîõü",
        "ПРИВЕТ, привет",
        "Ⅳ, iv",
        "K, k",
        "😀 OK, 😀 ok",
        "𝐇𝐞𝐥𝐥𝐨, hello",
        "𐐀, 𐐨",
    })
    void textsThatLookAlikeAreComparedAlike(String text, String expected) {
        assertThat(ComparableText.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060,
                0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF
            })
    void zeroWidthCharactersAreRemoved(int codePoint) {
        String zeroWidth = Character.toString(codePoint);

        assertThat(ComparableText.isZeroWidth(codePoint)).isTrue();
        assertThat(ComparableText.of(zeroWidth + "fr" + zeroWidth + "ee " + zeroWidth + " money" + zeroWidth))
                .isEqualTo("free money");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00AC, 0x00AE, 0x2010, 0x2027, 0x2065, 0x206A, 0xFEFE, 0x180B})
    void theirNeighboursAreNot(int codePoint) {
        assertThat(ComparableText.isZeroWidth(codePoint)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u200B", " \u00AD ", "\uFEFF\u3000\u0085"})
    void ofWhatShowsNothingNothingIsLeft(String text) {
        assertThat(ComparableText.of(text)).isEmpty();
    }

    @Test
    void aZeroWidthCharacterDoesNotKeepAMarkFromItsLetter() {
        assertThat(ComparableText.of("e\u200B\u0301")).isEqualTo(ComparableText.of("\u00E9"));
    }

    @Test
    void greekIsComparedWithoutCaseWhereverTheSigmaStands() {
        String lower = ComparableText.of("\u03BF\u03B4\u03CC\u03C2");

        assertThat(ComparableText.of("\u039F\u0394\u038C\u03A3")).isEqualTo(lower);
        assertThat(ComparableText.of("\u03BF\u03B4\u03CC\u03C3")).isEqualTo(lower);
        assertThat(ComparableText.of("\u039F\u0394\u038C\u03A3\u200B")).isEqualTo(lower);
    }

    @Test
    void plainTextIsComparedAsItIs() {
        String text = "just plain text, with 1 number";

        assertThat(ComparableText.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u03A3", "\u03A3\u0301", "\u0130", "\u0301\u0316", "\uFDFA", "a\u200B", "\u1F80", " \u00A0"})
    void noTextOfTheLargestSizeTakesLong(String repeated) {
        String text = "x" + repeated.repeat(LONGEST_BODY / 2 / repeated.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ComparableText.of(text));
    }

    @Test
    void ofALongRunOfMarksOnlyTheFirstAreCompared() {
        String fewer = "x" + "\u0316".repeat(15) + "\u0301".repeat(15);
        String more = "x" + "\u0301".repeat(15) + "\u0316".repeat(15) + "\u0301\u0316".repeat(10_000);

        assertThat(ComparableText.of(more)).hasSize(31).isEqualTo(ComparableText.of(fewer));
    }

    @RepeatedTest(20)
    void comparableTextIsComparedAsItIs(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 20_261_120) + repetition.getCurrentRepetition();
        String once = ComparableText.of(randomText(new Random(seed)));

        String twice = ComparableText.of(once);

        assertThat(twice).as("seed %d", seed).isEqualTo(once);
    }

    @RepeatedTest(20)
    void zeroWidthCharactersMakeNoDifferenceAnywhere(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 20_261_120) + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        String text = randomText(random);
        StringBuilder sprinkled = new StringBuilder();
        text.codePoints().forEach(c -> {
            sprinkled.appendCodePoint(c);
            if (random.nextInt(3) == 0) {
                sprinkled.append('\u200B');
            }
        });

        String comparable = ComparableText.of(sprinkled.toString());

        assertThat(comparable).as("seed %d", seed).isEqualTo(ComparableText.of(text));
    }

    private static String randomText(Random random) {
        String letters =
                "aZ \u00E9\u0301\u0316\u03A3\u03C2\u0130I\u0307\u00A0\u1100\u1161\u11A8\uFB01\uFF21\u1E9B\u0323\u0345\u1FB3";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
