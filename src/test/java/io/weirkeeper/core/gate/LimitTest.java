package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Limits on accepted messages: all of them count a message or none does. */
class LimitTest {
    private static final String SHORT_AND_LONG = """
            limits:
              - {id: short, per: [sender], allow: 1 per 10s}
              - {id: long, per: [sender], allow: 3 per 1m}
            """;

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    private static GateTrial trialOf(String limit) {
        return trial("limits: [" + limit + "]");
    }

    @Test
    void asManyAsAreAllowedPass() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 3 per 1m}").hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void oneMoreIsRefusedUntilTheFirstHasLeftTheWindow() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 3 per 1m}").hears(1, "a");
        trial.at("10:00:30").hears(2, "a");

        Outcome outcome = trial.at("10:00:59.999").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void aWindowDoesNotContainTheInstantAtWhichItBegins() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 1 per 1m}").hears(1, "a");

        Outcome outcome = trial.at("10:01:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aWindowSlidesAndDoesNotBeginAnewOnTheMinute() {
        GateTrial trial = trialOf("{id: sender, per: [sender], allow: 2 per 1m}");
        trial.at("10:00:59").hears(2, "a");

        Outcome outcome = trial.at("10:01:01").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:59");
    }

    @Test
    void otherSubjectsHaveLimitsOfTheirOwn() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 1 per 1m}").hears(2, "a");

        Outcome outcome = trial.from("b").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void anEmptyBodyIsCountedLikeAnyOther() {
        GateTrial trial = trialOf("{id: sender, per: [sender], allow: 1 per 1m}");
        trial.from("a").says("");

        Outcome outcome = trial.from("a").says("");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void aRefusedMessageUsesUpNothingOfTheLimitThatRefusedIt() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 1 per 1m}").hears(1, "a");
        trial.at("10:00:30").hears(5, "a");

        Outcome outcome = trial.at("10:01:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aRefusedMessageUsesUpNothingOfTheOtherLimits() {
        GateTrial trial = trial(SHORT_AND_LONG).hears(20, "a");
        trial.at("10:00:10").hears(20, "a");

        Outcome outcome = trial.at("10:00:20").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void anAcceptedMessageIsCountedInAllLimits() {
        GateTrial trial = trial(SHORT_AND_LONG).hears(1, "a");
        trial.at("10:00:10").hears(1, "a");
        trial.at("10:00:20").hears(1, "a");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by long, retry at 10:01:00");
    }

    @Test
    void aRefusedMessageIsRefusedAtOnceAgain() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 1 per 1m}").hears(1, "a");
        Memory before = trial.memory("a");

        trial.from("a").says("hello");

        assertThat(trial.memory("a").activity().counters())
                .isEqualTo(before.activity().counters());
    }

    @Test
    void whatLimitsCountIsKeptWhenThePolicyChanges() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 5 per 1m}").hears(3, "a");
        trial.under(
                "limits: [{id: new, per: [sender], allow: 5 per 1m}, {id: sender, per: [sender], allow: 3 per 1m}]");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void whatALimitWithAnotherIdCountedIsNotItsOwn() {
        GateTrial trial =
                trialOf("{id: sender, per: [sender], allow: 3 per 1m}").hears(3, "a");
        trial.under("limits: [{id: other, per: [sender], allow: 3 per 1m}]");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }
}
