package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import org.junit.jupiter.api.Test;

/** Limits that count arrivals: also what they refuse, so that a flood ends when it slows down and not before. */
class ArrivalLimitTest {
    private static final String FLOOD = "limits: [{id: flood, per: [sender], allow: 2 per 10s, count: arrivals}]";

    private final GateTrial trial = GateTrial.with(FLOOD).at("10:00:00");

    @Test
    void whatTheLimitRefusesIsCounted() {
        trial.hears(2, "a");
        trial.at("10:00:05").hears(1, "a");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome)
                .as("the two of 10:00:00 are gone, one at 10:00:05 is left")
                .hasToString("ALLOWED");
    }

    @Test
    void aFloodThatDoesNotSlowDownIsNeverHeard() {
        trial.hears(2, "a");
        for (int second = 4; second < 60; second += 4) {
            trial.at(String.format("10:00:%02d", second)).hears(1, "a");
        }

        Outcome outcome = trial.at("10:01:00").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, retry at 10:01:06");
    }

    @Test
    void theRefusedMessageItselfCountsForTheTimeToTryAgain() {
        trial.hears(1, "a");
        trial.at("10:00:02").hears(1, "a");

        Outcome outcome = trial.at("10:00:04").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, retry at 10:00:12");
    }

    @Test
    void whatALimitOnAcceptedMessagesRefusesIsCountedAsAnArrival() {
        trial.under("""
                limits:
                  - {id: sender, per: [sender], allow: 1 per 1m}
                  - {id: flood, per: [sender], allow: 3 per 10s, count: arrivals}
                """).hears(3, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, retry at 10:01:00");
    }

    @Test
    void whatAFloodLimitRefusesIsNotCountedAsAccepted() {
        trial.under("""
                limits:
                  - {id: flood, per: [sender], allow: 1 per 10s, count: arrivals}
                  - {id: sender, per: [sender], allow: 2 per 1m}
                """).hears(20, "a");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void oneArrivalLimitCountsWhatAnotherRefuses() {
        trial.under("""
                limits:
                  - {id: fast, per: [sender], allow: 1 per 1s, count: arrivals}
                  - {id: slow, per: [sender], allow: 3 per 1m, count: arrivals}
                """).hears(3, "a");

        Outcome outcome = trial.at("10:00:30").from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by slow, retry at 10:01:00");
    }

    @Test
    void messagesThatStandingStopsAreNoArrivals() {
        trial.told(ControlType.BLOCK, "a").hears(5, "a").told(ControlType.UNBLOCK, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void duplicatesAndRedeliveriesAreNoArrivals() {
        trial.under("duplicates: {window: 1m}\n" + FLOOD).from("a").as("1").says("ok");
        for (int i = 0; i < 5; i++) {
            trial.from("a").says("ok");
            trial.from("a").as("1").says("ok");
        }

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aTokenBucketOfArrivalsFillsUpAgainOneIntervalAfterTheFlood() {
        trial.under("""
                limits: [{id: flood, per: [sender], allow: 6 per 1m, count: arrivals, algorithm: token-bucket, burst: 2}]
                """).hears(50, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, retry at 10:00:10");
    }
}
