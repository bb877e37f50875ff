package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import org.junit.jupiter.api.Test;

/** What is asked first: each message here would be stopped by two neighbours in the order, and names the first. */
class OrderOfJudgementTest {
    private static final String POLICY = """
            maxAge: 1m
            admins: [boss]
            registeredOnly: true
            blocked: {senders: [listed], addresses: [9.9.9.9]}
            duplicates: {window: 10s}
            limits:
              - {id: sender, per: [sender], allow: 1 per 1m}
              - {id: flood, per: [sender], allow: 3 per 10s, count: arrivals, strikes: 1}
            penalties: {ladder: [{at: 1, do: timeout, for: 5m}]}
            """;

    private final GateTrial trial = GateTrial.with(POLICY).at("10:00:00").told(ControlType.REGISTER, "a");

    @Test
    void aBlockedAddressIsFoundBeforeAMessageIsStale() {
        trial.whileTheClockShows("11:00:00");

        Outcome outcome = trial.from("a").fromAddress("9.9.9.9").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED");
    }

    @Test
    void aMessageIsStaleBeforeItsSenderIsAnAdmin() {
        trial.whileTheClockShows("11:00:00");

        Outcome outcome = trial.from("boss").says("hello");

        assertThat(outcome).hasToString("STALE");
    }

    @Test
    void aMessageIsStaleBeforeItsSenderIsBlocked() {
        trial.whileTheClockShows("11:00:00");

        Outcome outcome = trial.from("listed").says("hello");

        assertThat(outcome).hasToString("STALE");
    }

    @Test
    void anAdminPassesBeforeABlockIsSeen() {
        trial.told(ControlType.BLOCK, "boss");

        Outcome outcome = trial.from("boss").says("hello");

        assertThat(outcome).hasToString("ALLOWED bypass admin");
    }

    @Test
    void aSubjectIsBlockedBeforeItIsPenalized() {
        trial.hears(4, "a").told(ControlType.BLOCK, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED");
    }

    @Test
    void aSubjectIsPenalizedBeforeItIsUnregistered() {
        trial.hears(4, "a").told(ControlType.UNREGISTER, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("PENALIZED, TIMEOUT until 10:05:00 with 1, retry at 10:05:00");
    }

    @Test
    void aSubjectIsUnregisteredBeforeItsMessageIsRedelivered() {
        trial.from("a").as("1").says("hello");
        trial.told(ControlType.UNREGISTER, "a");

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("UNREGISTERED");
    }

    @Test
    void aMessageIsRedeliveredBeforeItIsADuplicate() {
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void aMessageIsADuplicateBeforeItIsPartOfAFlood() {
        trial.from("a").says("hello");
        trial.hears(2, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void limitsOnArrivalsStopAMessageBeforeLimitsOnAcceptedOnes() {
        trial.hears(3, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by flood, TIMEOUT until 10:05:00 with 1, retry at 10:05:00");
    }

    @Test
    void limitsOnAcceptedMessagesComeLast() {
        trial.hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by sender, retry at 10:01:00");
    }

    @Test
    void whatNothingStopsIsAllowed() {
        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }
}
