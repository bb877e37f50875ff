package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept after a decision, and what is not. */
class StoredStateTest {
    private static final long NOON = 1_772_452_800_000L;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final String POLICY = """
            admins: [boss]
            limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 1}]
            penalties: {ladder: [{at: 1, do: warn}, {at: 2, do: timeout, for: 5m}]}
            """;

    private final DrivenGate gate = new DrivenGate(PolicyText.valid(POLICY), NOON, 1, Duration.ofHours(1));

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void anAllowedMessageLeavesActivityOnly() {
        say("1", NOON);

        assertThat(kept()).containsExactly("activity a");
    }

    @Test
    void aViolationIsKeptAndAWarningIsNot() {
        say("1", NOON);
        say("2", NOON);

        assertThat(kept()).containsExactly("activity a", "violations a");
    }

    @Test
    void aTimeoutStandsUntilAMessageAfterItsEnd() {
        say("1", NOON);
        say("2", NOON);
        say("3", NOON + MINUTE);
        say("4", NOON + MINUTE);
        assertThat(kept()).containsExactly("activity a", "violations a", "standing a");

        say("5", NOON + 6 * MINUTE);
        assertThat(kept()).containsExactly("activity a", "violations a");
    }

    @Test
    void whatAnOperatorTakesBackLeavesNothing() {
        control("trust", NOON);
        control("register", NOON);
        control("block", NOON);
        assertThat(kept()).containsExactly("standing a");

        control("untrust", NOON);
        control("unregister", NOON);
        control("unblock", NOON);
        assertThat(kept()).isEmpty();
    }

    @Test
    void aPardonErasesTheLedgerAndThePenaltyAndKeepsTheCounts() {
        say("1", NOON);
        say("2", NOON);
        say("3", NOON + MINUTE);
        say("4", NOON + MINUTE);
        control("pardon", NOON + MINUTE);

        assertThat(kept()).containsExactly("activity a");
    }

    @Test
    void forgetErasesAllThreeStoresInEverySlot() {
        say("1", NOON);
        say("2", NOON);
        say("3", NOON + MINUTE);
        say("4", NOON + MINUTE);
        say("5", NOON + HOUR);
        control("trust", NOON + 2 * HOUR);
        say("6", NOON + 2 * HOUR);
        assertThat(kept()).contains("activity a", "violations a", "standing a");

        control("forget", NOON + 2 * HOUR);
        assertThat(kept()).isEmpty();
    }

    @Test
    void forgetKeepsAnOperatorsBlock() {
        say("1", NOON);
        control("trust", NOON);
        control("block", NOON);
        control("forget", NOON);

        assertThat(kept()).containsExactly("standing a");
    }

    @Test
    void anAdminLeavesNothing() {
        gate.message("boss", Json.message("1", "boss", "hi"), NOON);

        assertThat(kept()).isEmpty();
    }

    @Test
    void activityOfAnIdleSubjectVanishesByItself() {
        say("1", NOON);
        for (int hour = 1; hour <= 6; hour++) {
            gate.message("b", Json.message("b" + hour, "b", "hi"), NOON + hour * HOUR);
        }

        assertThat(kept()).doesNotContain("activity a");
    }

    private void say(String id, long time) {
        gate.message("a", Json.message(id, "a", "text " + id), time);
    }

    private void control(String word, long time) {
        gate.control("a", Json.control(word, "a"), time);
    }

    /** Each subject once for each store that holds something of it. */
    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        for (String store : List.of(Nodes.ACTIVITY, Nodes.VIOLATIONS)) {
            try (KeyValueIterator<Windowed<String>, Object> all =
                    gate.driver().<String, Object>getWindowStore(store).all()) {
                all.forEachRemaining(entry -> kept.add(store + " " + entry.key.key()));
            }
        }
        try (KeyValueIterator<String, Object> all =
                gate.driver().<String, Object>getKeyValueStore(Nodes.STANDING).all()) {
            all.forEachRemaining(entry -> kept.add(Nodes.STANDING + " " + entry.key));
        }
        return kept.stream().distinct().toList();
    }
}
