package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy must not count on what the store has forgotten: activity is kept for one slot, a day by default. */
class LongestMemoryTest {

    private static List<String> problems(String policy) {
        return new PolicyReader().read(policy) instanceof PolicyReading.Invalid invalid
                ? invalid.problems().stream().map(Problem::toString).toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limits: [{id: a, per: [sender], allow: 5 per 25h}]
            duplicates: {window: 25h}
            limits: [{id: a, per: [sender], allow: 1 per 1h, algorithm: token-bucket, burst: 25}]
            notices: {atMostOncePer: 25h}
            """)
    void whatWouldHaveToBeRememberedForLongerIsRefused(String policy) {
        assertThat(problems(policy)).hasSize(1).first().asString().contains("must be at most 1d", "not 25h");
    }

    @Test
    void whatIsRememberedForADayIsTaken() {
        assertThat(problems("""
                duplicates: {window: 1d}
                limits:
                  - {id: a, per: [sender], allow: 5 per 1d}
                  - {id: b, per: [sender], allow: 1 per 1h, algorithm: token-bucket, burst: 24}
                  - {id: c, per: [sender], allow: 7 per 1d, algorithm: token-bucket}
                notices: {atMostOncePer: 1d}
                """)).isEmpty();
    }
}
