package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** For one subject time never runs backwards, whatever the stamps say. */
class TimeOrderTest {
    private final GateTrial trial = GateTrial.with("""
            limits: [{id: sender, per: [sender], allow: 2 per 1m}]
            """).at("10:00:00");

    @Test
    void aLateMessageIsJudgedAtTheTimeOfTheLatestOne() {
        trial.hears(1, "a");

        Outcome outcome = trial.at("09:59:00").from("a").says("hello");

        assertThat(outcome.verdict().decidedAt()).isEqualTo(TrialTime.of("10:00:00"));
    }

    @Test
    void aLateMessageIsCountedAtTheTimeOfTheLatestOne() {
        trial.hears(1, "a").at("09:59:30").hears(1, "a");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void timeDoesNotRunBackwardsAfterARefusedMessageEither() {
        trial.hears(2, "a").at("10:00:30").hears(1, "a");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome.verdict().decidedAt()).isEqualTo(TrialTime.of("10:00:30"));
    }

    @Test
    void otherSubjectsHaveTimesOfTheirOwn() {
        trial.hears(1, "a");

        Outcome outcome = trial.at("09:59:00").from("b").says("hello");

        assertThat(outcome.verdict().decidedAt()).isEqualTo(TrialTime.of("09:59:00"));
    }

    @Test
    void aPenaltyThatRanOutDoesNotComeBackForALateMessage() {
        trial.under("""
                limits: [{id: sender, per: [sender], allow: 1 per 10s, strikes: 1}]
                penalties: {ladder: [{at: 1, do: timeout, for: 1m}]}
                """).hears(2, "a").at("10:01:00").hears(1, "a");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, TIMEOUT until 10:02:00 with 2, retry at 10:02:00");
    }

    @Test
    void aLateDuplicateIsADuplicate() {
        trial.under("duplicates: {window: 10s}").from("a").says("ok");

        Outcome outcome = trial.at("09:30:00").from("a").says("ok");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }
}
