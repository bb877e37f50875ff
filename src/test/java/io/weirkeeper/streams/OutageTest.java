package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Ten hours of messages come at once: what is downstream gets no more of them than at other times. */
class OutageTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final long HOUR = 3_600_000;
    private static final long BEFORE = NOON - 10 * HOUR;

    /** When the wall clock showed what, a record came out. */
    private final TreeMap<Long, List<String>> letOn = new TreeMap<>();

    @Test
    void aGapBetweenMessagesToOneIsKeptInThePresent() {
        play("limits: [{id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}]", 3, 10, 20);

        assertThat(letOn.keySet()).containsExactlyElementsOf(range(10, 2_000));
        assertThat(letOn.values())
                .allSatisfy(senders -> assertThat(senders).containsExactlyInAnyOrder("s0", "s1", "s2"));
    }

    @Test
    void aLimitOverAllThatLetsWaitIsKeptInThePresent() {
        play("limits: [{id: all, per: [], allow: 5 per 1s, onExceed: queue}]", 10, 6, 12);

        assertThat(letOn.keySet()).containsExactlyElementsOf(range(12, 1_000));
        assertThat(letOn.values()).allSatisfy(senders -> assertThat(senders).hasSize(5));
    }

    @Test
    void aLimitOverAllThatRefusesRefusesInThePresent() {
        play("limits: [{id: all, per: [], allow: 5 per 1s}]", 10, 6, 2);

        assertThat(letOn.keySet()).containsExactly(NOON);
        assertThat(letOn.get(NOON)).hasSize(5);
    }

    @Test
    void bothTogetherAreKept() {
        play("""
                limits:
                  - {id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}
                  - {id: all, per: [], allow: 2 per 1s, onExceed: queue}
                """, 6, 5, 40);

        assertThat(letOn.values().stream().mapToInt(List::size).sum()).isEqualTo(30);
        assertThat(letOn.keySet())
                .allSatisfy(time -> assertThat(letOn.subMap(time, time + 1_000).values().stream()
                                .mapToInt(List::size)
                                .sum())
                        .isLessThanOrEqualTo(2));
    }

    @Test
    void whatIsTooOldIsStaleAndWhatIsNotIsNot() {
        try (DrivenGate gate = new DrivenGate(PolicyText.valid("maxAge: 9h"), NOON)) {
            gate.send(TOPICS.inboundMessages(), "a", Json.message("1", "a", "old"), BEFORE);
            gate.send(TOPICS.inboundMessages(), "a", Json.message("2", "a", "younger"), BEFORE + HOUR);
            gate.send(TOPICS.inboundMessages(), "a", Json.message("3", "a", "new"), NOON);

            assertThat(gate.values(TOPICS.blockedMessages()))
                    .singleElement()
                    .asString()
                    .contains("\"id\":\"1\"")
                    .contains("\"reason\":\"STALE\"");
            assertThat(gate.values(TOPICS.allowedMessages())).hasSize(2);
        }
    }

    private void play(String limits, int senders, int perSender, int seconds) {
        String policy = limits + "\nqueue: {capacity: 1000, maxWait: 1h}";
        try (DrivenGate gate = new DrivenGate(PolicyText.valid(policy), NOON)) {
            for (int n = 0; n < perSender; n++) {
                for (int i = 0; i < senders; i++) {
                    String sender = "s" + i;
                    String json = Json.message(sender + "-" + n, sender, "text " + n);
                    gate.send(TOPICS.inboundMessages(), sender, json, BEFORE + n * HOUR);
                }
            }
            take(gate, NOON);
            for (long time = NOON + 50; time <= NOON + seconds * 1_000L; time += 50) {
                gate.advanceTo(time);
                take(gate, time);
            }
        }
    }

    private void take(DrivenGate gate, long wallClock) {
        List<TestRecord<byte[], byte[]>> records = gate.read(TOPICS.allowedMessages());
        assertThat(records)
                .allSatisfy(allowed -> assertThat(allowed.timestamp()).isEqualTo(wallClock));
        if (!records.isEmpty()) {
            letOn.put(
                    wallClock,
                    new ArrayList<>(records.stream()
                            .map(allowed -> Utils.utf8(allowed.key()))
                            .toList()));
        }
    }

    private static List<Long> range(int count, long step) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(NOON + i * step);
        }
        return times;
    }
}
