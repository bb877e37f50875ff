package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A limit whose room comes back evenly: one message every window / N, and so many at once. */
class TokenBucketLimitTest {
    private final GateTrial trial = GateTrial.with("""
            limits: [{id: burst, per: [sender], allow: 7 per 1m, algorithm: token-bucket, burst: 2}]
            """).at("10:00:00");

    @Test
    void asManyAsTheBurstPassAtOnce() {
        trial.hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void oneMoreWaitsForAnIntervalRoundedUpToTheMillisecond() {
        trial.hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).as("60 s / 7 = 8.5714 s").hasToString("RATE_LIMITED by burst, retry at 10:00:08.572");
    }

    @Test
    void theIntervalIsExactAndItsRestIsNotLost() {
        trial.hears(2, "a");
        trial.at("10:00:08.572").hears(1, "a");
        trial.at("10:00:17.143").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).as("3 * 60 s / 7 = 25.7142 s").hasToString("RATE_LIMITED by burst, retry at 10:00:25.715");
    }

    @Test
    void oneMillisecondBeforeTheIntervalItIsRefused() {
        trial.hears(2, "a");

        Outcome outcome = trial.at("10:00:08.571").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by burst, retry at 10:00:08.572");
    }

    @Test
    void afterTheIntervalItPasses() {
        trial.hears(2, "a");

        Outcome outcome = trial.at("10:00:08.572").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aRefusedMessageTakesNothing() {
        trial.hears(20, "a");

        Outcome outcome = trial.at("10:00:08.572").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void withoutABurstAsManyPassAtOnceAsInAWindow() {
        trial.under("limits: [{id: burst, per: [sender], allow: 4 per 1m, algorithm: token-bucket}]")
                .hears(3, "a");

        Outcome fourth = trial.from("a").says("hello");
        Outcome fifth = trial.from("a").says("hello again");

        assertThat(fourth).hasToString("ALLOWED");
        assertThat(fifth).hasToString("RATE_LIMITED by burst, retry at 10:00:15");
    }
}
