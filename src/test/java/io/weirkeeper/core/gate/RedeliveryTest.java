package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same message id again: within ten minutes, among the last sixteen of its subject. */
class RedeliveryTest {
    private final GateTrial trial = GateTrial.with("name: empty").at("10:00:00");

    @Test
    void theSameIdIsStoppedWhateverItSays() {
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.from("a").as("1").says("something else");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void theSameIdOfAnotherSubjectIsAnotherMessage() {
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.from("b").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void anIdIsKnownForTenMinutes() {
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.at("10:09:59.999").from("a").as("1").says("hello");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void anIdIsForgottenAfterTenMinutes() {
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.at("10:10:00").from("a").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aRedeliveryDoesNotProlongTheTenMinutes() {
        trial.from("a").as("1").says("hello");
        trial.at("10:09:00").from("a").as("1").says("hello");

        Outcome outcome = trial.at("10:10:00").from("a").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theLastSixteenIdsAreKnown() {
        trial.from("a").as("1").says("hello");
        trial.hears(15, "a");

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void theSeventeenthIdBeforeIsForgotten() {
        trial.from("a").as("1").says("hello");
        trial.hears(16, "a");

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void redeliveriesDoNotPushOutOtherIds() {
        trial.from("a").as("1").says("hello");
        trial.from("a").as("2").says("hello");
        for (int i = 0; i < 20; i++) {
            trial.from("a").as("2").says("hello");
        }

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void aRedeliveryIsNotCountedAndNotPunished() {
        trial.under("""
                duplicates: {window: 1m, strikes: 1}
                limits:
                  - {id: sender, per: [sender], allow: 2 per 1m, strikes: 1}
                  - {id: flood, per: [sender], allow: 2 per 1s, count: arrivals, strikes: 1}
                penalties: {ladder: [{at: 1, do: ban, for: 1h}]}
                """);
        trial.from("a").as("1").says("hello");
        List<Outcome> redeliveries = IntStream.range(0, 5)
                .mapToObj(i -> trial.from("a").as("1").says("hello"))
                .toList();

        Outcome next = trial.from("a").as("2").says("how are you?");

        assertThat(redeliveries).allSatisfy(outcome -> {
            assertThat(outcome).hasToString("REDELIVERED");
            assertThat(outcome.audit()).isEmpty();
        });
        assertThat(next).hasToString("ALLOWED");
    }

    @Test
    void theIdOfARefusedMessageIsKnownToo() {
        trial.under("limits: [{id: sender, per: [sender], allow: 1 per 1m}]").hears(1, "a");
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.at("10:02:00").from("a").as("1").says("hello");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void theIdOfADuplicateIsKnownToo() {
        trial.under("duplicates: {window: 1m}").from("a").says("hello");
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.at("10:02:00").from("a").as("1").says("hello");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void theIdOfAMessageThatItsSendersStandingStoppedIsNotKnown() {
        trial.told(ControlType.BLOCK, "a").from("a").as("1").says("hello");
        trial.told(ControlType.UNBLOCK, "a");

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theIdOfAStaleMessageIsNotKnown() {
        trial.under("maxAge: 1m").whileTheClockShows("10:05:00");
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.at("10:05:00").from("a").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }
}
