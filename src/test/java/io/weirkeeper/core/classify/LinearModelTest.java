package io.weirkeeper.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weirkeeper.core.message.Text;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearModelTest {
    private static final String SPAM = "win a free prize now, call 08001234567";
    private static final String HAM = "see you at home ";

    private static final LinearModel MODEL = against(SPAM);

    /** A model that knows one text and what is like it. */
    private static LinearModel against(String spam) {
        byte[] weights = new byte[Features.BUCKETS];
        for (int bucket : Features.of(new Text(spam))) {
            weights[bucket] = 100;
        }
        for (int bucket : Features.of(new Text(HAM))) {
            weights[bucket] = -20;
        }
        return new LinearModel(weights, 0.01, -3, 0.5);
    }

    private static double score(String text) {
        return MODEL.score(new Text(text));
    }

    @Test
    void spamScoresHighAndHamLow() {
        assertThat(score(SPAM)).isGreaterThan(0.9);
        assertThat(score(HAM)).isLessThan(0.1);
    }

    @Test
    void theScoreIsTheLogisticFunctionOfTheWeightsOfItsBuckets() {
        byte[] weights = new byte[Features.BUCKETS];
        Arrays.fill(weights, (byte) 2);
        int features = Features.of(new Text(SPAM)).length;

        double score = new LinearModel(weights, 0.5, -3, 0.5).score(new Text(SPAM));

        assertThat(score).isCloseTo(1 / (1 + Math.exp(3 - Math.sqrt(features))), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B\u2060", "\n\t"})
    void nothingVisibleIsNoSpam(String text) {
        assertThat(score(text)).isZero();
    }

    @Test
    void paddingDoesNotHideSpam() {
        String padding = HAM.repeat(2000);

        assertThat(score(padding)).isLessThan(0.1);
        assertThat(score(padding + SPAM + " " + padding)).isGreaterThan(0.3);
        assertThat(score(SPAM + " " + HAM.repeat(5))).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00\uD83D", "\u202Espam", "\u0000", "a\u0301\u0301\u0301", "\uFFFF"})
    void oddCharactersHaveAScore(String text) {
        assertThat(score(text.repeat(100))).isBetween(0.0, 1.0);
    }

    /** The time for 64 KiB of whatever costs most, compared to ordinary text of the same length. */
    @Test
    void hostileTextsTakeNotMuchLongerThanOthers() {
        int length = 64 * 1024;
        Map<String, String> hostile = Map.of(
                "one letter", "a".repeat(length),
                "digits", "1".repeat(length),
                "signs", "!?".repeat(length / 2),
                "single letters", "a b ".repeat(length / 4),
                "links", "http://a.b ".repeat(length / 11),
                "all different", different(length));
        long ordinary = nanos("the quick brown fox jumps over the lazy dog ".repeat(length / 44));

        hostile.forEach((name, text) -> assertThat(nanos(text)).as(name).isLessThan(ordinary * 12));
    }

    private static String different(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0x2190 + (i * 31) % 0x6000));
        }
        return text.toString();
    }

    /** The best of some. */
    private static long nanos(String body) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 12; i++) {
            Text text = new Text(body);
            text.comparable();
            long start = System.nanoTime();
            MODEL.score(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    @Test
    void modelsWithTheSameContentAreEqual() {
        assertThat(against(SPAM)).isEqualTo(MODEL).hasSameHashCodeAs(MODEL);
        assertThat(against("other")).isNotEqualTo(MODEL);
        assertThat(new LinearModel(MODEL.weights(), MODEL.scale(), MODEL.bias(), 0.6))
                .isNotEqualTo(MODEL);
    }

    @Test
    void weightsAreCopied() {
        byte[] weights = new byte[Features.BUCKETS];
        LinearModel model = new LinearModel(weights, 1, 0, 0.5);

        weights[0] = 1;
        model.weights()[1] = 1;

        assertThat(model.weights()).containsOnly(0);
    }

    @Test
    void wrongPartsAreNamed() {
        byte[] weights = new byte[Features.BUCKETS];
        assertThatThrownBy(() -> new LinearModel(new byte[3], 1, 0, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must be 131072, not 3");
        assertThatThrownBy(() -> new LinearModel(weights, Double.NaN, 0, 0.5))
                .hasMessage("scale and bias must be finite, not NaN and 0.0");
        assertThatThrownBy(() -> new LinearModel(weights, 1, 0, 0))
                .hasMessage("threshold must be above 0 and at most 1, not 0.0");
        assertThatThrownBy(() -> new LinearModel(weights, 1, 0, Double.NaN))
                .hasMessage("threshold must be above 0 and at most 1, not NaN");
    }
}
