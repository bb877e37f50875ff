package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A rule in shadow behaves in the books as if it alone enforced, and only flags. */
class ShadowRuleTest {

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    @Test
    void whatItWouldRefuseIsFlagged() {
        GateTrial trial = trial("limits: [{id: trial, per: [sender], allow: 1 per 1m, mode: shadow}]")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [trial]");
    }

    @Test
    void whatItWouldAcceptIsNotFlagged() {
        GateTrial trial = trial("limits: [{id: trial, per: [sender], allow: 2 per 1m, mode: shadow}]")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void whatItWouldRefuseIsNotCountedInIt() {
        GateTrial trial = trial("limits: [{id: trial, per: [sender], allow: 1 per 1m, mode: shadow}]")
                .hears(1, "a");
        trial.at("10:00:59").hears(3, "a");

        Outcome outcome = trial.at("10:01:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void whatItWouldRefuseIsCountedInTheOthers() {
        GateTrial trial = trial("""
                limits:
                  - {id: trial, per: [sender], allow: 1 per 1m, mode: shadow}
                  - {id: sender, per: [sender], allow: 3 per 1m}
                """).hears(3, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void whatItWouldRefuseIsCountedInOtherRulesInShadow() {
        GateTrial trial = trial("""
                limits:
                  - {id: one, per: [sender], allow: 1 per 1m, mode: shadow}
                  - {id: two, per: [sender], allow: 2 per 1m, mode: shadow}
                """).hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [one, two]");
    }

    @Test
    void anArrivalLimitCountsAlsoWhatItWouldRefuse() {
        GateTrial trial =
                trial("limits: [{id: flood, per: [sender], allow: 1 per 10s, count: arrivals, mode: shadow}]");
        trial.hears(1, "a").at("10:00:09").hears(1, "a");

        Outcome outcome = trial.at("10:00:18").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [flood]");
    }

    @Test
    void whatAnEnforcedRuleRefusesUsesUpNothingOfARuleInShadow() {
        GateTrial trial = trial("""
                limits:
                  - {id: sender, per: [sender], allow: 1 per 10s}
                  - {id: trial, per: [sender], allow: 2 per 1m, mode: shadow}
                """).hears(5, "a");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void flagsAreInTheOrderOfJudgement() {
        GateTrial trial = trial("""
                duplicates: {window: 1m, mode: shadow}
                limits:
                  - {id: sender, per: [sender], allow: 1 per 1m, mode: shadow}
                  - {id: flood, per: [sender], allow: 1 per 1m, mode: shadow, count: arrivals}
                """);
        trial.from("a").says("hello");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [duplicates, flood, sender]");
    }

    @Test
    void itMakesNoStrikes() {
        GateTrial trial = trial("""
                duplicates: {window: 1m, mode: shadow, strikes: 1}
                limits: [{id: trial, per: [sender], allow: 1 per 1m, mode: shadow, strikes: 1}]
                penalties: {permanentAt: 1}
                """);
        trial.from("a").says("hello");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [duplicates, trial]");
        assertThat(outcome.audit()).isEmpty();
        assertThat(trial.memory("a").ledger().strikes()).isEmpty();
    }

    @Test
    void aLimitInShadowEarnsNoStrikesOfAMessageThatAnotherRefuses() {
        GateTrial trial = trial("""
                limits:
                  - {id: trial, per: [sender], allow: 1 per 1m, mode: shadow, strikes: 7}
                  - {id: sender, per: [sender], allow: 1 per 1m, strikes: 1}
                """).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.audit()).containsExactly("VIOLATION sender 1");
    }

    @Test
    void duplicatesInShadowAreFlaggedOnceAWindowToo() {
        GateTrial trial = trial("duplicates: {window: 10s, mode: shadow}");
        trial.from("a").says("ok");
        trial.at("10:00:09").from("a").says("ok");

        Outcome outcome = trial.at("10:00:10").from("a").says("ok");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void duplicatesInShadowAreCountedInTheLimits() {
        GateTrial trial = trial("""
                duplicates: {window: 1m, mode: shadow}
                limits: [{id: sender, per: [sender], allow: 2 per 1m}]
                """);
        trial.from("a").says("ok");
        trial.from("a").says("ok");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void flagsAreNotOnMessagesThatAreBlocked() {
        GateTrial trial = trial("""
                duplicates: {window: 1m, mode: shadow}
                limits: [{id: sender, per: [sender], allow: 1 per 1m}]
                """);
        trial.from("a").says("ok");

        Outcome outcome = trial.from("a").says("ok");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }
}
