package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.tally.Counts;
import io.weirkeeper.core.tally.Period;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import io.weirkeeper.streams.store.StoredView;
import io.weirkeeper.streams.store.VerdictStats;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gates count of their verdicts, in their stores. */
class CountedVerdictsTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final long TICK = 50;
    private static final String ONE = "limits: [{id: one, per: [sender], allow: 1 per 1m}]\n";
    private static final String ONE_AND_ALL =
            "limits: [{id: one, per: [sender], allow: 1 per 1m}, {id: all, per: [], allow: 2 per 1m}]\n";

    @TempDir
    Path folder;

    private int sent;

    private DrivenGate gate(String policy) {
        return new DrivenGate(PolicyText.valid(policy), NOON);
    }

    private void say(DrivenGate gate, String sender, long time) {
        String id = "m" + ++sent;
        gate.message(sender, Json.message(id, sender, "text " + id), time);
    }

    private static Counts ofSender(DrivenGate gate, String sender) {
        return StoredView.remembrance(gate.driver().getWindowStore(Nodes.ACTIVITY), sender)
                .tally()
                .in(Period.DAY, NOON);
    }

    /** After the next tick. */
    private static Counts ofAll(DrivenGate gate, String store, long time) {
        gate.advanceTo(time + TICK);
        KeyValueStore<String, Tally> stats = gate.driver().getKeyValueStore(store);
        return VerdictStats.written(stats).in(Period.DAY, NOON);
    }

    private static Counts counts(long allowed, Map<Reason, Long> blocked) {
        return new Counts(allowed, Map.of(), blocked);
    }

    @Test
    void verdictsAreCountedForTheirSenderAndForAll() {
        try (DrivenGate gate = gate(ONE)) {
            say(gate, "a", NOON);
            say(gate, "a", NOON + 1);
            say(gate, "b", NOON + 2);

            assertThat(ofSender(gate, "a")).isEqualTo(counts(1, Map.of(Reason.RATE_LIMITED, 1L)));
            assertThat(ofSender(gate, "b")).isEqualTo(counts(1, Map.of()));
            assertThat(ofSender(gate, "c")).isEqualTo(Counts.NONE);
            assertThat(ofAll(gate, Nodes.STATS, NOON + 2)).isEqualTo(counts(2, Map.of(Reason.RATE_LIMITED, 1L)));
        }
    }

    @Test
    void whatStandingStopsIsCountedToo() {
        try (DrivenGate gate = gate("blocked: {senders: [a]}\n")) {
            say(gate, "a", NOON);

            assertThat(ofSender(gate, "a")).isEqualTo(counts(0, Map.of(Reason.BLOCKLISTED, 1L)));
        }
    }

    @Test
    void whatWaitedIsCountedWhenItIsReleased() {
        try (DrivenGate gate = gate("debounce: {quiet: 4s}\n")) {
            say(gate, "a", NOON);
            say(gate, "a", NOON + 1);
            assertThat(ofSender(gate, "a").allowed()).isZero();

            gate.advanceTo(NOON + 5_000);

            assertThat(ofSender(gate, "a")).isEqualTo(new Counts(1, Map.of(Debounced.Cause.SUPERSEDED, 1L), Map.of()));
        }
    }

    @Test
    void ofAllMessagesEachIsCountedOnceWhereItEnds() {
        try (DrivenGate gate = gate(ONE_AND_ALL)) {
            say(gate, "a", NOON);
            say(gate, "a", NOON + 1);
            say(gate, "b", NOON + 2);
            say(gate, "c", NOON + 3);

            assertThat(ofAll(gate, Nodes.STATS, NOON + 3)).isEqualTo(counts(0, Map.of(Reason.RATE_LIMITED, 1L)));
            assertThat(ofAll(gate, Nodes.WIDER_STATS, NOON + 3)).isEqualTo(counts(2, Map.of(Reason.RATE_LIMITED, 1L)));
        }
    }

    @Test
    void ofASenderWhatTheSenderGateDecidedIsCounted() {
        try (DrivenGate gate = gate("limits: [{id: all, per: [], allow: 1 per 1m}]\n")) {
            say(gate, "a", NOON);
            say(gate, "a", NOON + 1);

            assertThat(ofSender(gate, "a")).isEqualTo(counts(2, Map.of()));
        }
    }

    @Test
    void adminsAreCountedAmongAllAndNotRemembered() {
        try (DrivenGate gate = gate("admins: [boss]\n" + ONE)) {
            say(gate, "boss", NOON);

            assertThat(ofSender(gate, "boss")).isEqualTo(Counts.NONE);
            assertThat(ofAll(gate, Nodes.STATS, NOON)).isEqualTo(counts(1, Map.of()));
        }
    }

    @Test
    void whoIsForgottenWasNeverCounted() {
        try (DrivenGate gate = gate(ONE)) {
            say(gate, "a", NOON);
            say(gate, "b", NOON);

            gate.control("a", Json.control("forget", "a"), NOON + 1);

            assertThat(ofSender(gate, "a")).isEqualTo(Counts.NONE);
            assertThat(ofSender(gate, "b").judged()).isEqualTo(1);
        }
    }

    @Test
    void ofWhoIsForgottenOnlyWhatIsThenLetGoIsCounted() {
        try (DrivenGate gate = gate("limits: [{id: gap, per: [sender], allow: 1 per 1m, onExceed: queue}]\n")) {
            say(gate, "a", NOON);
            say(gate, "a", NOON + 1);

            gate.control("a", Json.control("forget", "a"), NOON + 2);
            gate.advanceTo(NOON + 100);

            assertThat(gate.holdsMessages()).isFalse();
            assertThat(ofSender(gate, "a")).isEqualTo(counts(1, Map.of()));
        }
    }

    @Test
    void aRestartedTaskGoesOnFromItsLastTick() {
        try (RestartableTask task = RestartableTask.ofSenderGate(folder, PolicyText.valid(ONE), NOON)) {
            hear(task, "a", NOON);
            task.advanceTo(NOON + TICK);
            hear(task, "b", NOON + TICK);

            task.restart(PolicyText.valid(ONE), NOON + 2 * TICK);
            assertThat(written(task).allowed()).isEqualTo(1);
            hear(task, "c", NOON + 2 * TICK);
            task.advanceTo(NOON + 3 * TICK);

            assertThat(written(task).allowed()).isEqualTo(2);
        }
    }

    private static Counts written(RestartableTask task) {
        KeyValueStore<String, Tally> stats = task.store(Nodes.STATS);
        return VerdictStats.written(stats).in(Period.DAY, NOON);
    }

    private static void hear(RestartableTask task, String sender, long at) {
        task.hear(sender, new GateInput.Arrival(Message.of("m-" + sender, "sms", sender, "hi", at)), at);
    }
}
