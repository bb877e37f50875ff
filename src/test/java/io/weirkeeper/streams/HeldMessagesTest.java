package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.hold.Held;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

/** What waits is in a store as long as it waits, and no longer. */
class HeldMessagesTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final String DEBOUNCE = "debounce: {quiet: 4s}";
    private static final String GAP = "limits: [{id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}]";
    private static final String GLOBAL = "limits: [{id: all, per: [], allow: 1 per 2s, onExceed: queue}]";

    @Test
    void ofABurstTheLastMessageIsInTheStoreUntilTheBurstIsOver() {
        try (DrivenGate gate = new DrivenGate(PolicyText.valid(DEBOUNCE), NOON)) {
            say(gate, "1", "a", NOON);
            say(gate, "2", "a", NOON + 1_000);
            say(gate, "3", "b", NOON + 1_000);
            assertThat(held(gate, Nodes.HELD)).containsExactlyInAnyOrder("2", "3");

            gate.advanceTo(NOON + 4_999);
            assertThat(held(gate, Nodes.HELD)).hasSize(2);
            gate.advanceTo(NOON + 5_000);
            assertThat(held(gate, Nodes.HELD)).isEmpty();
            assertThat(gate.values(TOPICS.allowedMessages())).hasSize(2);
        }
    }

    @Test
    void ofAQueueAllMessagesAreInTheStoreOfTheirGateUntilTheyHaveRoom() {
        for (String policy : List.of(GAP, GLOBAL)) {
            String store = policy.equals(GAP) ? Nodes.HELD : Nodes.WIDER_HELD;
            try (DrivenGate gate = new DrivenGate(PolicyText.valid(policy), NOON)) {
                for (int i = 1; i <= 3; i++) {
                    say(gate, Integer.toString(i), "a", NOON);
                }
                assertThat(held(gate, store)).containsExactly("2", "3");
                gate.advanceTo(NOON + 2_000);
                assertThat(held(gate, store)).containsExactly("3");
                gate.advanceTo(NOON + 4_000);
                assertThat(held(gate, store)).isEmpty();
                assertThat(gate.read(TOPICS.allowedMessages()))
                        .extracting(allowed -> allowed.timestamp() - NOON)
                        .containsExactly(0L, 2_000L, 4_000L);
            }
        }
    }

    @Test
    void aPunctuationReleasesAThousandAtMost() {
        try (DrivenGate gate = new DrivenGate(PolicyText.valid(DEBOUNCE), NOON)) {
            for (int i = 0; i < 1_500; i++) {
                say(gate, "m" + i, "s" + i, NOON);
            }
            gate.advanceTo(NOON + 5_000);
            assertThat(gate.read(TOPICS.allowedMessages())).hasSize(1_000);

            gate.advanceTo(NOON + 5_050);
            assertThat(gate.read(TOPICS.allowedMessages()))
                    .hasSize(500)
                    .allSatisfy(late -> assertThat(late.timestamp()).isEqualTo(NOON + 4_000));
            assertThat(held(gate, Nodes.HELD)).isEmpty();
        }
    }

    private static void say(DrivenGate gate, String id, String sender, long time) {
        gate.message(sender, Json.message(id, sender, "text " + id), time);
    }

    private static List<String> held(DrivenGate gate, String store) {
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<Bytes, Held> all =
                gate.driver().<Bytes, Held>getKeyValueStore(store).all()) {
            all.forEachRemaining(
                    entry -> ids.add(entry.value.candidate().message().id()));
        }
        return ids;
    }
}
