package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** While a penalty is in force everything of its subject is stopped, and nothing of that counts. */
class PenaltyInForceTest {
    private static final String LIMIT = """
            limits: [{id: sender, per: [sender], allow: 1 per 10s, strikes: 2}]
            """;

    private final GateTrial trial = GateTrial.with(LIMIT + """
            penalties: {ladder: [{at: 1, do: warn}, {at: 2, do: timeout, for: 5m}, {at: 4, do: ban, for: 1h}]}
            """).at("10:00:00");

    @Test
    void whatComesWhileItLastsIsStoppedInItsName() {
        trial.hears(2, "a");

        Outcome outcome = trial.at("10:02:00").from("a").says("hello");

        assertThat(outcome).hasToString("PENALIZED, TIMEOUT until 10:05:00 with 2, retry at 10:05:00");
    }

    @Test
    void itStopsUpToItsLastMillisecond() {
        trial.hears(2, "a");

        Outcome outcome = trial.at("10:04:59.999").from("a").says("hello");

        assertThat(outcome).hasToString("PENALIZED, TIMEOUT until 10:05:00 with 2, retry at 10:05:00");
    }

    @Test
    void itsEndIsExclusive() {
        trial.hears(2, "a");

        Outcome outcome = trial.at("10:05:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void whatItStopsAddsNoStrikesSoThatItRunsOut() {
        trial.hears(2, "a");
        List<Outcome> stopped = trial.at("10:04:59").from("a").saysSomething(100);

        Outcome outcome = trial.at("10:05:00").from("a").says("hello");

        assertThat(stopped).allSatisfy(each -> assertThat(each.audit()).isEmpty());
        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void whatItStopsIsCountedNowhere() {
        trial.under("limits: [{id: flood, per: [sender], allow: 3 per 10m, count: arrivals},"
                        + " {id: sender, per: [sender], allow: 1 per 10s, strikes: 2}]\n"
                        + "penalties: {ladder: [{at: 2, do: timeout, for: 5m}]}")
                .hears(20, "a");

        Outcome outcome = trial.at("10:05:00").from("a").says("hello");

        assertThat(outcome).as("the third arrival").hasToString("ALLOWED");
    }

    @Test
    void theNextViolationLeadsToTheNextRung() {
        trial.hears(2, "a").at("10:05:00").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, BAN until 11:05:00 with 4, retry at 11:05:00");
    }

    @Test
    void aWarningStopsNothing() {
        trial.under(LIMIT.replace("strikes: 2", "strikes: 1") + "penalties: {ladder: [{at: 1, do: warn}]}")
                .hears(2, "a");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aWarningStandsOnTheViolatingMessageOnly() {
        trial.under(LIMIT.replace("strikes: 2", "strikes: 1") + "penalties: {ladder: [{at: 1, do: warn}]}")
                .hears(1, "a");

        List<Outcome> outcomes = trial.from("a").saysSomething(2);

        assertThat(outcomes.get(0)).hasToString("RATE_LIMITED by sender, WARNING with 1, retry at 10:00:10");
        assertThat(outcomes.get(1)).hasToString("RATE_LIMITED by sender, retry at 10:00:10");
    }

    @Test
    void permanentHasNoEndAndNoTimeToTryAgain() {
        trial.under(LIMIT + "penalties: {permanentAt: 2}").hears(2, "a");

        Outcome outcome = trial.at("400d 10:00:00").from("a").says("hello");

        assertThat(outcome).hasToString("PENALIZED, PERMANENT with 2");
    }

    @Test
    void theStrikesAreThoseWhenItWasImposed() {
        trial.under(LIMIT + "penalties: {window: 1h, permanentAt: 2}").hears(2, "a");

        Outcome outcome = trial.at("2d 10:00:00").from("a").says("hello");

        assertThat(outcome).as("the strikes themselves are forgotten").hasToString("PENALIZED, PERMANENT with 2");
    }

    @Test
    void itHoldsThoughThePolicyThatImposedItIsGone() {
        trial.hears(2, "a").under("name: empty");

        Outcome outcome = trial.at("10:02:00").from("a").says("hello");

        assertThat(outcome).hasToString("PENALIZED, TIMEOUT until 10:05:00 with 2, retry at 10:05:00");
    }

    @Test
    void whatRanOutIsRemovedFromTheStandingOnceAMessageComes() {
        trial.hears(2, "a");

        trial.at("10:05:00").from("a").says("hello");

        assertThat(trial.memory("a").standing().isEmpty()).isTrue();
    }
}
