package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which limit a refusal names, and when it says to try again. */
class RetryTimeTest {

    private static GateTrial trial(String... limits) {
        return GateTrial.with("limits: [" + String.join(", ", limits) + "]").at("10:00:00");
    }

    @Test
    void ofSeveralExceededLimitsTheOneThatIsFreeLastIsNamed() {
        GateTrial trial = trial(
                        "{id: first, per: [sender], allow: 2 per 10s}",
                        "{id: second, per: [sender], allow: 2 per 1m}",
                        "{id: third, per: [sender], allow: 2 per 20s}")
                .hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by second, retry at 10:01:00");
    }

    @Test
    void ofLimitsThatAreFreeAtTheSameTimeTheFirstOfThePolicyIsNamed() {
        GateTrial trial = trial(
                        "{id: z, per: [sender], allow: 1 per 1m}",
                        "{id: a, per: [sender], allow: 1 per 1m, strikes: 1}")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by z, retry at 10:01:00");
    }

    @Test
    void aLimitThatIsNotExceededIsNotNamedThoughItIsFreeLater() {
        GateTrial trial = trial(
                        "{id: burst, per: [sender], allow: 2 per 10s}", "{id: hourly, per: [sender], allow: 3 per 1h}")
                .hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by burst, retry at 10:00:10");
    }

    @Test
    void theTimeIsThatOfBothStagesWhenAFloodIsRefused() {
        GateTrial trial = trial(
                        "{id: flood, per: [sender], allow: 2 per 10s, count: arrivals}",
                        "{id: sender, per: [sender], allow: 2 per 1m}")
                .hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, retry at 10:01:00");
    }

    @Test
    void theTimeIsThatOfBothStagesWhenALimitOnAcceptedMessagesRefuses() {
        GateTrial trial = trial(
                        "{id: flood, per: [sender], allow: 2 per 1m, count: arrivals}",
                        "{id: sender, per: [sender], allow: 1 per 10s}")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void aLimitThatOnlyFlagsHoldsNobodyUp() {
        GateTrial trial = trial(
                        "{id: trial, per: [sender], allow: 1 per 1h, mode: shadow}",
                        "{id: sender, per: [sender], allow: 1 per 10s}")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:00:10");
    }

    @Test
    void aLimitThatDoesNotApplyHoldsNobodyUp() {
        GateTrial trial = trial(
                "{id: chat, per: [sender, conversation], allow: 1 per 1h}",
                "{id: sender, per: [sender], allow: 1 per 10s}");
        trial.from("a").in("x").saysSomething();

        Outcome outcome = trial.from("a").in("y").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:00:10");
    }

    @Test
    void theTimeIsNotBeforeTheEndOfAPenalty() {
        GateTrial trial = GateTrial.with("""
                        limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 1}]
                        penalties: {ladder: [{at: 1, do: timeout, for: 5m}]}
                        """).at("10:00:00").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, TIMEOUT until 10:05:00 with 1, retry at 10:05:00");
    }

    @Test
    void theTimeIsNotBeforeTheLimitsAreFreeThoughThePenaltyEndsBefore() {
        GateTrial trial = GateTrial.with("""
                        limits: [{id: sender, per: [sender], allow: 1 per 1h, strikes: 1}]
                        penalties: {ladder: [{at: 1, do: timeout, for: 5m}]}
                        """).at("10:00:00").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, TIMEOUT until 10:05:00 with 1, retry at 11:00:00");
    }

    @Test
    void whoIsPenalizedIsToldTheLaterOfPenaltyAndLimits() {
        GateTrial trial = GateTrial.with("""
                        limits:
                          - {id: flood, per: [sender], allow: 1 per 1s, count: arrivals, strikes: 1}
                          - {id: sender, per: [sender], allow: 1 per 1h}
                        penalties: {ladder: [{at: 1, do: timeout, for: 5m}]}
                        """).at("10:00:00").hears(2, "a");

        Outcome outcome = trial.at("10:01:00").from("a").says("hello");

        assertThat(outcome).hasToString("PENALIZED, TIMEOUT until 10:05:00 with 1, retry at 11:00:00");
    }

    @Test
    void withManySmallRatesTheTimeIsExactToTheMillisecond() {
        GateTrial trial = trial("{id: sender, per: [sender], allow: 3 per 1s}");
        trial.at("10:00:00.001").hears(1, "a");
        trial.at("10:00:00.002").hears(1, "a");
        trial.at("10:00:00.003").hears(1, "a");

        Outcome refused = trial.at("10:00:01").from("a").says("hello");
        Outcome accepted = trial.at("10:00:01.001").from("a").says("hello");

        assertThat(refused).hasToString("RATE_LIMITED by sender, retry at 10:00:01.001");
        assertThat(accepted).hasToString("ALLOWED");
    }
}
