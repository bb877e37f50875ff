package io.weirkeeper.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static Judged judged(boolean spam, double score) {
        return new Judged(new LabelledMessage(spam, "text " + score), score, score >= 0.5);
    }

    private static final Evaluation EVALUATION = new Evaluation(List.of(
            judged(true, 0.9),
            judged(true, 0.6),
            judged(true, 0.2),
            judged(true, 0.1),
            judged(false, 0.7),
            judged(false, 0)));

    @Test
    void sharesAreThoseOfTheCounts() {
        Counts counts = EVALUATION.counts();

        assertThat(counts).isEqualTo(new Counts(2, 2, 1, 1));
        assertThat(counts.recall()).isEqualTo(0.5);
        assertThat(counts.falsePositiveRate()).isEqualTo(0.5);
        assertThat(counts.precision()).isEqualTo(2 / 3.0);
    }

    @Test
    void anotherThresholdJudgesAnew() {
        assertThat(EVALUATION.counts(0.15)).isEqualTo(new Counts(3, 1, 1, 1));
        assertThat(EVALUATION.counts(0.9)).isEqualTo(new Counts(1, 3, 0, 2));
    }

    @Test
    void theWorstMistakesComeFirst() {
        assertThat(EVALUATION.worst(true, 10)).extracting(Judged::score).containsExactly(0.1, 0.2);
        assertThat(EVALUATION.worst(true, 1)).extracting(Judged::score).containsExactly(0.1);
        assertThat(EVALUATION.worst(false, 10)).extracting(Judged::score).containsExactly(0.7);
    }

    @Test
    void aShareOfNothingIsNoNumber() {
        assertThat(new Counts(0, 0, 0, 0).recall()).isNaN();
    }
}
