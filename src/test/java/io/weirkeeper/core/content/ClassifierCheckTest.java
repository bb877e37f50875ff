package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model takes for spam. */
class ClassifierCheckTest {

    @ParameterizedTest
    @CsvSource({
        "0.97, 0.9, spam score 0.97; threshold 0.90",
        "0.9, 0.9, spam score 0.90; threshold 0.90",
        "1, 1, spam score 1.00; threshold 1.00",
        "0.9951, 0.995, spam score 0.995; threshold 0.995",
    })
    void aScoreFromTheThresholdOnIsSpam(double score, double threshold, String detail) {
        ClassifierCheck check = new ClassifierCheck(Rules.classifier(score, threshold));

        assertThat(Rules.details(check, "text")).containsExactly(detail);
        assertThat(Rules.ids(check, "text")).containsExactly("classifier");
    }

    @ParameterizedTest
    @CsvSource({
        "0.12, 0.9, spam score 0.12 of 0.90",
        "0.8999, 0.9, spam score 0.89 of 0.90",
        "0, 0.5, spam score 0.00 of 0.50",
        "1e-9, 0.5, spam score 0.00 of 0.50",
    })
    void aLowerOneIsNot(double score, double threshold, String passed) {
        ClassifierCheck check = new ClassifierCheck(Rules.classifier(score, threshold));

        assertThat(Rules.ids(check, "text")).isEmpty();
        assertThat(Rules.passed(check, "text")).isEqualTo(passed);
    }
}
