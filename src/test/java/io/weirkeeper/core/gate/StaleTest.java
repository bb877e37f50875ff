package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Messages that were too old when they came: the present against the message's own time. */
class StaleTest {
    private final GateTrial trial = GateTrial.with("""
            maxAge: 10m
            limits: [{id: sender, per: [sender], allow: 1 per 1m}]
            """).at("10:00:00");

    @Test
    void aMessageMayBeAsOldAsThePolicyAllows() {
        Outcome outcome = trial.whileTheClockShows("10:10:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void anOlderOneIsStale() {
        Outcome outcome = trial.whileTheClockShows("10:10:00.001").from("a").says("hello");

        assertThat(outcome).hasToString("STALE");
    }

    @Test
    void aClockThatIsBehindMakesNothingStale() {
        Outcome outcome = trial.whileTheClockShows("09:00:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void withoutMaxAgeNothingIsEverStale() {
        trial.under("name: empty").whileTheClockShows("400d 10:00:00");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aLateMessageIsAsOldAsItsOwnTimeThoughItsSenderWasHeardSince() {
        trial.at("10:30:00").hears(1, "a");

        Outcome outcome =
                trial.at("10:15:00").whileTheClockShows("10:30:00").from("a").says("hello");

        assertThat(outcome).hasToString("STALE");
    }

    @Test
    void aStaleMessageIsNotCounted() {
        trial.whileTheClockShows("10:30:00").from("a").says("hello");

        Outcome outcome = trial.at("10:30:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aBacklogIsJudgedByItsOwnTimeEverywhereElse() {
        trial.under("limits: [{id: sender, per: [sender], allow: 1 per 1m}]");
        trial.whileTheClockShows("10:30:00").from("a").says("hello");

        Outcome outcome =
                trial.at("10:01:00").whileTheClockShows("10:30:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
        assertThat(outcome.verdict().decidedAt()).isEqualTo(TrialTime.of("10:01:00"));
    }
}
