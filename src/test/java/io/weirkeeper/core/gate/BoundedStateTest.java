package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.Remembrance;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a sender does must not make its record grow, nor buy it more than it is allowed. */
class BoundedStateTest {
    private static final int MANY = 500;

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    private static int bytes(Memory memory) {
        return new ActivityCodec().encode(new Remembrance(memory.activity(), Tally.EMPTY)).length;
    }

    @Test
    void aQuietSubjectTakesFewBytes() {
        GateTrial trial = trial("""
                duplicates: {window: 10s}
                limits:
                  - {id: flood, per: [sender], allow: 5 per 1s, count: arrivals}
                  - {id: sender, per: [sender], allow: 3 per 1m}
                """);

        trial.hears(1, "a").at("10:00:20").hears(1, "a");

        assertThat(bytes(trial.memory("a"))).isLessThan(100);
    }

    @Test
    void everNewConversationsDoNotMakeTheRecordGrow() {
        GateTrial trial = trial("""
                duplicates: {window: 1d, per: [sender, conversation]}
                limits: [{id: chat, per: [sender, conversation], allow: 5 per 1d}]
                """);

        for (int i = 0; i < MANY; i++) {
            trial.from("a").in("c" + i).saysSomething();
        }

        assertThat(bytes(trial.memory("a"))).isBetween(Activity.MOST_BYTES / 2, Activity.MOST_BYTES);
    }

    @Test
    void manyLimitsWithFullLogsDoNotMakeTheRecordGrow() {
        String limits = IntStream.range(0, 50)
                .mapToObj(i -> "{id: l" + i + ", per: [sender], allow: " + (200 + i) + " per 1d}")
                .collect(Collectors.joining(", "));
        GateTrial trial = trial("limits: [" + limits + "]");

        for (int i = 0; i < MANY; i++) {
            trial.at(TrialTime.of("10:00:00") + 100_000L * i).from("a").saysSomething();
        }

        assertThat(bytes(trial.memory("a"))).isLessThanOrEqualTo(Activity.MOST_BYTES);
    }

    @Test
    void everNewConversationsDoNotBuyMoreThanTheSenderMaySay() {
        GateTrial trial = trial("""
                limits:
                  - {id: sender, per: [sender], allow: 3 per 1h}
                  - {id: chat, per: [sender, conversation], allow: 20 per 10m, count: arrivals}
                """).hears(3, "a");

        List<Outcome> outcomes = IntStream.range(0, MANY)
                .mapToObj(i -> trial.from("a").in("c" + i).saysSomething())
                .toList();

        assertThat(outcomes).extracting(Outcome::toString).containsOnly("RATE_LIMITED by sender, retry at 11:00:00");
    }

    @Test
    void acceptedMessagesInEverNewConversationsDoNotEraseARarerLimitOfTheSender() {
        GateTrial trial = trial("""
                limits:
                  - {id: wifi, per: [sender], allow: 1 per 1h, when: {command: [wifi]}}
                  - {id: chat, per: [sender, conversation], allow: 20 per 10m}
                """);
        trial.from("a").asking("wifi").saysSomething();
        for (int i = 0; i < MANY; i++) {
            trial.from("a").in("c" + i).saysSomething();
        }

        Outcome outcome = trial.from("a").asking("wifi").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by wifi, retry at 11:00:00");
    }

    @Test
    void theConversationsCountedLastAreKept() {
        GateTrial trial = trial("limits: [{id: chat, per: [sender, conversation], allow: 1 per 1h}]");
        for (int i = 0; i < MANY; i++) {
            trial.from("a").in("c" + i).saysSomething();
        }

        Outcome outcome = trial.from("a").in("c" + (MANY - 50)).says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by chat, retry at 11:00:00");
    }

    @Test
    void theConversationsCountedFirstStartAnew() {
        GateTrial trial = trial("limits: [{id: chat, per: [sender, conversation], allow: 1 per 1h}]");
        for (int i = 0; i < MANY; i++) {
            trial.from("a").in("c" + i).saysSomething();
        }

        Outcome outcome = trial.from("a").in("c0").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void countersThatAreIdleAreDropped() {
        GateTrial trial = trial("limits: [{id: chat, per: [sender, conversation], allow: 5 per 1m}]");
        for (int i = 0; i < 50; i++) {
            trial.from("a").in("c" + i).saysSomething();
        }

        trial.at("10:01:00").from("a").in("c50").saysSomething();

        assertThat(trial.memory("a").activity().counters().entries()).hasSize(1);
    }

    @Test
    void theBoundOfTheSizeHoldsThoughTimeGoesOnWhileASubjectIsBlocked() {
        GateTrial trial = trial("{duplicates: {window: 1d}, limits: [{id: sender, per: [sender], allow: 200 per 1d}]}");
        trial.hears(200, "a").told(ControlType.BLOCK, "a");

        trial.at("3000000d 10:00:00").from("a").says("hello");

        Activity activity = trial.memory("a").activity();
        assertThat(bytes(trial.memory("a")))
                .isLessThanOrEqualTo(Footprint.of(activity.counters(), activity.texts(), activity.ids()));
    }

    @Test
    void aFewExactLogsOfTheLargestSizeAreKeptInFull() {
        GateTrial trial = trial("""
                limits:
                  - {id: a, per: [sender], allow: 253 per 1d}
                  - {id: b, per: [sender], allow: 254 per 1d}
                  - {id: c, per: [sender], allow: 255 per 1d}
                  - {id: d, per: [sender], allow: 256 per 1d}
                """);
        for (int i = 0; i < 253; i++) {
            trial.at(TrialTime.of("10:00:00") + 300_000L * i).from("a").says("");
        }

        Outcome outcome = trial.from("a").says("");

        assertThat(outcome).hasToString("RATE_LIMITED by a, retry at 1d 10:00:00");
    }
}
