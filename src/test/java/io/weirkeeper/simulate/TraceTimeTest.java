package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The trace's time is the present: late stamps are bounded, forged ones in the future are believed. */
class TraceTimeTest {
    private static TraceTrial trial(String policy, String... senderAndTime) {
        return TraceTrial.of(
                policy,
                Stream.of(senderAndTime)
                        .map(text -> text.split(" "))
                        .map(parts -> String.format(
                                "{\"sender\":\"%s\",\"body\":\"x\",\"sentAt\":\"2026-01-05T%sZ\"}", parts[0], parts[1]))
                        .toArray(String[]::new));
    }

    @Test
    void aLateMessageIsJudgedAtItsOwnTime() {
        TraceTrial trial = trial("name: empty", "a 10:00:00", "b 09:00:00");

        assertThat(trial.times()).containsExactly("10:00:00.000Z", "09:00:00.000Z");
    }

    @Test
    void aMessageThatIsLaterThanAnHourIsJudgedAnHourAgo() {
        TraceTrial trial = trial("name: empty", "a 10:00:00", "b 08:59:59.999", "c 00:00:00");

        assertThat(trial.times()).containsExactly("10:00:00.000Z", "09:00:00.000Z", "09:00:00.000Z");
    }

    @Test
    void aStampInTheFutureIsBelieved() {
        TraceTrial trial = trial("name: empty", "a 10:00:00", "b 23:00:00", "c 10:00:01");

        assertThat(trial.times()).containsExactly("10:00:00.000Z", "23:00:00.000Z", "22:00:00.000Z");
    }

    @Test
    void aSubjectsTimeNeverRunsBackwards() {
        TraceTrial trial = trial("name: empty", "a 10:00:00", "a 09:30:00");

        assertThat(trial.times()).containsExactly("10:00:00.000Z", "10:00:00.000Z");
    }

    @Test
    void thePresentIsTheLatestTimeReadSoFar() {
        TraceTrial trial = trial("maxAge: 10m", "a 10:00:00", "b 09:50:00", "c 09:49:59.999");

        assertThat(trial.inShort())
                .containsExactly(
                        "inbound-messages-0-0 ALLOWED", "inbound-messages-0-1 ALLOWED", "inbound-messages-0-2 STALE");
    }

    @Test
    void whatOperatorsSayMovesThePresentToo() {
        TraceTrial trial = TraceTrial.of(
                "maxAge: 10m",
                "{\"at\":\"2026-01-05T10:00:00Z\",\"control\":{\"type\":\"trust\",\"sender\":\"z\"}}",
                "{\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T09:00:00Z\"}");

        assertThat(trial.inShort()).containsExactly("inbound-messages-0-1 STALE");
    }

    @Test
    void aMissingSentAtAfterALateLineIsLateToo() {
        TraceTrial trial = TraceTrial.of(
                "name: empty",
                "{\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:00Z\"}",
                "{\"sender\":\"b\",\"body\":\"x\",\"sentAt\":\"2026-01-05T09:30:00Z\"}",
                "{\"sender\":\"c\",\"body\":\"x\"}");

        assertThat(trial.times()).containsExactly("10:00:00.000Z", "09:30:00.000Z", "09:30:00.000Z");
    }
}
