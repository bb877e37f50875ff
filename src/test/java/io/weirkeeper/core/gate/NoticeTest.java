package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a sender is told: once in a while, once per penalty, and not by those rules that have nothing to say. */
class NoticeTest {
    private static final String SLOW_DOWN = "You are sending messages too quickly. Please try again in %s.";
    private static final String LIMIT = "limits: [{id: sender, per: [sender], allow: 1 per 10m, strikes: 1}]\n";

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    @Test
    void withoutASectionOfNoticesNobodyIsTold() {
        GateTrial trial = trial(LIMIT).hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.notice()).isEqualTo("none");
    }

    @Test
    void aSectionWithoutTextsUsesTheBuiltInOnes() {
        GateTrial trial = trial(LIMIT + "notices: {}").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.notice()).isEqualTo(String.format(SLOW_DOWN, "10 min"));
    }

    @Test
    void aSenderIsToldAtMostOncePerTheTimeThatThePolicySets() {
        GateTrial trial = trial(LIMIT + "notices: {atMostOncePer: 1m}").hears(2, "a");

        Outcome inside = trial.at("10:00:59.999").from("a").says("hello");
        Outcome after = trial.at("10:01:00").from("a").says("hello");

        assertThat(inside.notice()).isEqualTo("none");
        assertThat(after.notice()).isEqualTo(String.format(SLOW_DOWN, "9 min"));
    }

    @Test
    void messagesThatGotNoNoticeDoNotProlongTheTime() {
        GateTrial trial = trial(LIMIT + "notices: {atMostOncePer: 1m}").hears(2, "a");
        trial.at("10:00:59").hears(5, "a");

        Outcome outcome = trial.at("10:01:00").from("a").says("hello");

        assertThat(outcome.notice()).isEqualTo(String.format(SLOW_DOWN, "9 min"));
    }

    @Test
    void aTimeOfZeroTellsEveryTime() {
        GateTrial trial = trial(LIMIT + "notices: {atMostOncePer: 0s}").hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.notice()).isEqualTo(String.format(SLOW_DOWN, "10 min"));
    }

    @Test
    void subjectsAreToldApart() {
        GateTrial trial = trial(LIMIT + "notices: {}").hears(2, "a").hears(1, "b");

        Outcome outcome = trial.from("b").says("hello");

        assertThat(outcome.notice()).isEqualTo(String.format(SLOW_DOWN, "10 min"));
    }

    @Test
    void aPenaltyIsToldOnce() {
        GateTrial trial = trial(
                        LIMIT + "penalties: {ladder: [{at: 1, do: ban, for: 1h}]}\nnotices: {atMostOncePer: 1m}")
                .hears(1, "a");

        Outcome violation = trial.from("a").says("hello");
        Outcome later = trial.at("10:30:00").from("a").says("hello");

        assertThat(violation.notice()).isEqualTo(String.format(SLOW_DOWN, "60 min"));
        assertThat(later.notice()).isEqualTo("none");
    }

    @Test
    void aPenaltyThatCouldNotBeToldAtOnceIsToldLater() {
        GateTrial trial = trial("duplicates: {window: 1m}\n" + LIMIT
                + "penalties: {ladder: [{at: 1, do: ban, for: 1h}]}\nnotices: {atMostOncePer: 1m}");
        trial.from("a").says("ok");
        trial.from("a").says("ok");

        List<String> notices = List.of(
                trial.from("a").says("hello").notice(),
                trial.at("10:00:30").from("a").says("hello").notice(),
                trial.at("10:01:00").from("a").says("hello").notice(),
                trial.at("10:02:00").from("a").says("hello").notice());

        assertThat(notices)
                .containsExactly(
                        "none", "none", "You cannot send messages for now. Please try again in 59 min.", "none");
    }

    @Test
    void theNextPenaltyIsToldAnew() {
        GateTrial trial = trial("""
                limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 1}]
                penalties: {ladder: [{at: 1, do: timeout, for: 5m}]}
                notices: {}
                """).hears(2, "a").at("10:05:00").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.notice()).isEqualTo(String.format(SLOW_DOWN, "5 min"));
    }

    @Test
    void aWarningComesWithTheNoticeOfItsMessage() {
        GateTrial trial = trial(LIMIT + "penalties: {ladder: [{at: 1, do: warn}]}\nnotices: {}")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome.notice()).isEqualTo(String.format(SLOW_DOWN, "10 min"));
    }

    @Test
    void whoIsBlockedStaleOrRedeliveredIsToldNothing() {
        GateTrial trial = trial("maxAge: 1m\nblocked: {addresses: [9.9.9.9]}\nnotices: {}")
                .told(ControlType.BLOCK, "b");
        trial.from("a").as("1").says("hello");

        List<Outcome> outcomes = List.of(
                trial.from("b").says("hello"),
                trial.from("a").fromAddress("9.9.9.9").says("hello"),
                trial.from("a").as("1").says("hello"),
                trial.whileTheClockShows("11:00:00").from("a").says("hello"));

        assertThat(outcomes).extracting(Outcome::notice).containsOnly("none");
    }

    @Test
    void textsOfTheirOwnAreToldTheseToo() {
        GateTrial trial = trial("maxAge: 1m\nnotices: {texts: {en: {STALE: \"Too late.\"}}}");

        Outcome outcome = trial.whileTheClockShows("11:00:00").from("a").says("hello");

        assertThat(outcome.notice()).isEqualTo("Too late.");
    }

    @Test
    void aReasonWithoutATextDoesNotUseUpTheTurn() {
        GateTrial trial = trial(LIMIT + "notices: {}").hears(1, "a");
        trial.from("a").as("1").says("hello");
        trial.at("10:05:00").from("a").as("1").says("hello");

        Outcome outcome = trial.from("a").says("hello again");

        assertThat(outcome.notice()).isEqualTo(String.format(SLOW_DOWN, "5 min"));
    }

    @Test
    void inShadowNobodyIsTold() {
        GateTrial trial = trial("mode: shadow\n" + LIMIT + "notices: {}").hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [sender]");
        assertThat(outcome.notice()).isEqualTo("none");
    }
}
