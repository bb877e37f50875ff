package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What offences add to the ledger, and which rung of the ladder they lead to. */
class StrikesTest {
    private static final String TWO_LIMITS = """
            limits:
              - {id: short, per: [sender], allow: 1 per 10s, strikes: 1}
              - {id: long, per: [sender], allow: 1 per 1m, strikes: 2}
            penalties:
              window: 1d
              ladder: [{at: 1, do: warn}, {at: 2, do: timeout, for: 5m}, {at: 3, do: ban, for: 1h}]
              permanentAt: 10
            """;

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    @Test
    void everyExceededLimitEarnsItsStrikesAndThenOneRungApplies() {
        GateTrial trial = trial(TWO_LIMITS).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by long, BAN until 11:00:00 with 3, retry at 11:00:00");
        assertThat(outcome.audit()).containsExactly("VIOLATION short 3", "VIOLATION long 3", "PENALTY BAN 3 for long");
    }

    @Test
    void aLimitThatHasRoomEarnsNoStrikes() {
        GateTrial trial = trial(TWO_LIMITS).hears(1, "a");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome.audit()).containsExactly("VIOLATION long 2", "PENALTY TIMEOUT 2 for long");
    }

    @Test
    void aLimitOnAcceptedMessagesIsNotAskedWhenAFloodIsRefused() {
        GateTrial trial = trial("""
                limits:
                  - {id: sender, per: [sender], allow: 1 per 1h, strikes: 1}
                  - {id: flood, per: [sender], allow: 1 per 10s, count: arrivals, strikes: 1}
                """).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.audit()).containsExactly("VIOLATION flood 1");
    }

    @Test
    void theHighestRungAtOrBelowTheStrikesApplies() {
        GateTrial trial = trial("""
                limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 4}]
                penalties: {ladder: [{at: 5, do: ban, for: 1h}, {at: 1, do: warn}, {at: 3, do: timeout, for: 1m}]}
                """).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, TIMEOUT until 10:01:00 with 4, retry at 10:01:00");
    }

    @Test
    void belowTheLowestRungNothingHappensButTheStrikeIsWrittenDown() {
        GateTrial trial = trial("""
                limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 1}]
                penalties: {ladder: [{at: 2, do: warn}]}
                """).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
        assertThat(outcome.audit()).containsExactly("VIOLATION sender 1");
    }

    @Test
    void withoutALadderStrikesAreOnlyWrittenDown() {
        GateTrial trial = trial("limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 5}]")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.audit()).containsExactly("VIOLATION sender 5");
    }

    @Test
    void aRuleWithoutStrikesMakesNoViolationsAndNoPenalties() {
        GateTrial trial = trial("""
                limits: [{id: sender, per: [sender], allow: 1 per 1m}]
                penalties: {permanentAt: 1}
                """).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
        assertThat(outcome.audit()).isEmpty();
    }

    @Test
    void aRuleWithoutStrikesDoesNotApplyTheLadderAnew() {
        GateTrial trial = trial("""
                limits:
                  - {id: strict, per: [sender], allow: 1 per 10s, strikes: 1}
                  - {id: lenient, per: [sender], allow: 2 per 1m}
                penalties: {ladder: [{at: 1, do: timeout, for: 5s}]}
                """).hears(2, "a");
        trial.at("10:00:10").hears(1, "a");

        Outcome outcome = trial.at("10:00:20").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by lenient, retry at 10:01:00");
    }

    @Test
    void aPenaltyIsNotLaidAtTheDoorOfARuleWithoutStrikes() {
        GateTrial trial = trial("""
                limits:
                  - {id: strict, per: [sender], allow: 1 per 10s, strikes: 1}
                  - {id: lenient, per: [sender], allow: 1 per 1m}
                penalties: {ladder: [{at: 1, do: warn}]}
                """).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by lenient, WARNING with 1, retry at 10:01:00");
        assertThat(outcome.audit()).containsExactly("VIOLATION strict 1", "PENALTY WARNING 1 for strict");
    }

    @Test
    void strikesOfSeveralRulesAddUp() {
        GateTrial trial = trial("""
                duplicates: {window: 1m, strikes: 1}
                limits: [{id: sender, per: [sender], allow: 1 per 10s, strikes: 1}]
                penalties: {ladder: [{at: 2, do: ban, for: 1h}]}
                """);
        trial.from("a").says("hello");
        trial.from("a").says("hello");

        Outcome outcome = trial.from("a").says("something else");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, BAN until 11:00:00 with 2, retry at 11:00:00");
    }

    @Test
    void strikesOlderThanTheWindowAreForgotten() {
        GateTrial trial = trial("""
                limits: [{id: sender, per: [sender], allow: 1 per 10s, strikes: 1}]
                penalties: {window: 1h, ladder: [{at: 2, do: ban, for: 5m}]}
                """).hears(2, "a");

        trial.at("11:00:00").hears(1, "a");
        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 11:00:10");
        assertThat(outcome.audit()).containsExactly("VIOLATION sender 1");
    }

    @Test
    void strikesInsideTheWindowAreKept() {
        GateTrial trial = trial("""
                limits: [{id: sender, per: [sender], allow: 1 per 10s, strikes: 1}]
                penalties: {window: 1h, ladder: [{at: 2, do: ban, for: 5m}]}
                """).hears(2, "a");

        trial.at("10:59:59.999").hears(1, "a");
        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, BAN until 11:04:59.999 with 2, retry at 11:04:59.999");
    }

    @Test
    void strikesArePerSubject() {
        GateTrial trial = trial(TWO_LIMITS).hears(2, "a").hears(1, "b");

        Outcome outcome = trial.at("10:00:10").from("b").says("hello");

        assertThat(outcome.audit()).containsExactly("VIOLATION long 2", "PENALTY TIMEOUT 2 for long");
    }

    @Test
    void atPermanentAtASubjectIsStoppedForGood() {
        GateTrial trial = trial("""
                limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 3}]
                penalties: {ladder: [{at: 1, do: warn}], permanentAt: 2}
                """).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, PERMANENT with 3");
    }
}
