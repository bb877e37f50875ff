package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same text again, within the window since it last was none. */
class DuplicateTest {
    private final GateTrial trial = GateTrial.with("duplicates: {window: 10s}").at("10:00:00");

    @Test
    void theSameTextAgainIsStopped() {
        trial.from("a").says("hello");

        Outcome outcome = trial.at("10:00:09.999").from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void aWindowLaterItIsHeardAgain() {
        trial.from("a").says("hello");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void whoSaysTheSameEveryNineSecondsIsHeardEveryOtherTime() {
        List<String> outcomes = new ArrayList<>();

        for (int second = 0; second < 54; second += 9) {
            outcomes.add(trial.at(String.format("10:00:%02d", second))
                    .from("a")
                    .says("ok")
                    .toString());
        }

        assertThat(outcomes)
                .containsExactly(
                        "ALLOWED",
                        "DUPLICATE by duplicates",
                        "ALLOWED",
                        "DUPLICATE by duplicates",
                        "ALLOWED",
                        "DUPLICATE by duplicates");
    }

    @Test
    void textsAreComparedInTheirNormalisedForm() {
        trial.from("a").says("  Free\tMONEY ");

        Outcome outcome = trial.from("a").says("ｆｒｅｅ mo\u200Bney");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B\uFEFF", "\u3000\t\n"})
    void textThatIsEmptyOnceNormalisedIsNeverADuplicate(String nothing) {
        trial.from("a").says(nothing);

        Outcome outcome = trial.from("a").says(nothing);

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theLastThirtyTwoTextsAreKnown() {
        trial.from("a").says("hello");
        trial.hears(31, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void theThirtyThirdTextBeforeIsForgotten() {
        trial.from("a").says("hello");
        trial.hears(32, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void duplicatesDoNotPushOutOtherTexts() {
        trial.from("a").says("hello");
        trial.from("a").says("ok");
        for (int i = 0; i < 40; i++) {
            trial.from("a").says("ok");
        }

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void aTextThatALimitRefusedIsForgottenSoThatARetryPasses() {
        trial.under("""
                duplicates: {window: 1m}
                limits: [{id: sender, per: [sender], allow: 1 per 10s}]
                """).hears(1, "a");
        Outcome refused = trial.at("10:00:05").from("a").says("hello");

        Outcome retried = trial.at(refused.retryAt().orElseThrow()).from("a").says("hello");

        assertThat(refused).hasToString("RATE_LIMITED by sender, retry at 10:00:10");
        assertThat(retried).hasToString("ALLOWED");
    }

    @Test
    void aTextThatAFloodLimitRefusedIsForgottenToo() {
        trial.under("""
                duplicates: {window: 1m}
                limits: [{id: flood, per: [sender], allow: 1 per 10s, count: arrivals}]
                """).hears(1, "a");
        Outcome refused = trial.at("10:00:05").from("a").says("hello");

        Outcome retried = trial.at(refused.retryAt().orElseThrow()).from("a").says("hello");

        assertThat(refused).hasToString("RATE_LIMITED by flood, retry at 10:00:15");
        assertThat(retried).hasToString("ALLOWED");
    }

    @Test
    void aDuplicateCountsNowhere() {
        trial.under("""
                duplicates: {window: 1m}
                limits:
                  - {id: sender, per: [sender], allow: 2 per 1m}
                  - {id: flood, per: [sender], allow: 2 per 10s, count: arrivals}
                """);
        trial.from("a").says("hello");
        for (int i = 0; i < 10; i++) {
            trial.from("a").says("hello");
        }

        Outcome outcome = trial.from("a").says("something else");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aDuplicateHasNoTimeToTryAgainOfItsOwn() {
        trial.under("""
                duplicates: {window: 1m}
                limits: [{id: sender, per: [sender], allow: 1 per 1h}]
                """).from("a").says("hello");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void aDuplicateThatLeadsToAPenaltyHasItsEndAsTheTimeToTryAgain() {
        trial.under("""
                duplicates: {window: 1m, strikes: 2}
                penalties: {ladder: [{at: 2, do: timeout, for: 5m}]}
                """).from("a").says("hello");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates, TIMEOUT until 10:05:00 with 2, retry at 10:05:00");
    }

    @Test
    void aDuplicateThatIsWarnedHasNoTimeToTryAgain() {
        trial.under("""
                duplicates: {window: 1m, strikes: 1}
                penalties: {ladder: [{at: 1, do: warn}]}
                """).from("a").says("hello");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates, WARNING with 1");
    }
}
