package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import org.junit.jupiter.api.Test;

/** Trusted subjects have limits that are so many times as wide. */
class TrustedFactorTest {
    private static final String POLICY = """
            trusted: {senders: [friend], factor: 3}
            limits: [{id: sender, per: [sender], allow: 2 per 1m}]
            """;
    private static final String ACROSS_256 = """
            trusted: {factor: 3}
            limits: [{id: sender, per: [sender], allow: 100 per 64s}]
            """;

    private final GateTrial trial = GateTrial.with(POLICY).at("10:00:00");

    @Test
    void theFactorMultipliesTheCountOfThoseThatThePolicyLists() {
        trial.hears(5, "friend");

        Outcome outcome = trial.from("friend").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theFactorMultipliesAndNoMore() {
        trial.hears(6, "friend");

        Outcome outcome = trial.from("friend").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void theFactorHoldsForThoseWhomAnOperatorTrusts() {
        trial.told(ControlType.TRUST, "a").hears(5, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theFactorHoldsUntilTheTrustEnds() {
        trial.told(ControlType.TRUST, "a", "10:00:30").hears(6, "a");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void trustHoldsUpToTheMillisecondBeforeItsEnd() {
        trial.told(ControlType.TRUST, "a", "10:00:30").hears(5, "a");

        Outcome outcome = trial.at("10:00:29.999").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void untrustTakesBackWhatAnOperatorSaid() {
        trial.told(ControlType.TRUST, "a").hears(2, "a").told(ControlType.UNTRUST, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void untrustDoesNotTakeBackWhatThePolicyLists() {
        trial.told(ControlType.UNTRUST, "friend").hears(5, "friend");

        Outcome outcome = trial.from("friend").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theFactorMultipliesCountAndBurstOfATokenBucket() {
        trial.under("""
                trusted: {senders: [friend], factor: 3}
                limits: [{id: burst, per: [sender], allow: 6 per 1m, algorithm: token-bucket, burst: 2}]
                """).hears(6, "friend");

        Outcome outcome = trial.from("friend").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by burst, retry at 10:00:03.334");
    }

    @Test
    void theFactorMultipliesLimitsOnArrivals() {
        trial.under("""
                trusted: {senders: [friend], factor: 3}
                limits: [{id: flood, per: [sender], allow: 1 per 10s, count: arrivals}]
                """).hears(2, "friend");

        Outcome outcome = trial.from("friend").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aTrustedSubjectsCountMayBeAboveWhatIsLoggedExactly() {
        trial.under(ACROSS_256).told(ControlType.TRUST, "a").hears(299, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aboveWhatIsLoggedExactlyASlotCountsUntilItsLastInstantHasLeft() {
        trial.under(ACROSS_256).told(ControlType.TRUST, "a").at("10:00:00.250").hears(300, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).as("slots of a second").hasToString("RATE_LIMITED by sender, retry at 10:01:04.999");
    }

    @Test
    void whoIsNoLongerTrustedHasUsedUpWhatWasUsedUp() {
        trial.under(ACROSS_256).told(ControlType.TRUST, "a").at("10:00:00.250").hears(300, "a");
        trial.told(ControlType.UNTRUST, "a");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:04.999");
    }

    @Test
    void whoBecomesTrustedHasTheDifferenceLeft() {
        trial.under(ACROSS_256).hears(100, "a").told(ControlType.TRUST, "a").hears(199, "a");

        Outcome last = trial.from("a").says("hello");
        Outcome oneMore = trial.from("a").says("hello again");

        assertThat(last).hasToString("ALLOWED");
        assertThat(oneMore).hasToString("RATE_LIMITED by sender, retry at 10:01:04.999");
    }

    @Test
    void aFloodWhileTrustIsGoneForAWhileBuysNothing() {
        trial.under("""
                trusted: {factor: 3}
                limits: [{id: flood, per: [sender], allow: 1 per 1h, count: arrivals}]
                """).told(ControlType.TRUST, "a").hears(3, "a");
        trial.told(ControlType.UNTRUST, "a").hears(2, "a").told(ControlType.TRUST, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, retry at 11:00:00");
    }

    @Test
    void norDoesItAcrossWhatIsLoggedExactly() {
        trial.under("""
                trusted: {factor: 3}
                limits: [{id: flood, per: [sender], allow: 100 per 64s, count: arrivals}]
                """).told(ControlType.TRUST, "a").hears(300, "a");
        trial.told(ControlType.UNTRUST, "a").hears(2, "a").told(ControlType.TRUST, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, retry at 10:01:04.999");
    }
}
