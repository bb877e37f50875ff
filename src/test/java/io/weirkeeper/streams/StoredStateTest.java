package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.BytesDeserializer;
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

    /** The changelog keeps what is written for longer than the store, and a task without its directory starts from it. */
    @Test
    void forgetReachesTheChangelogsAlsoInSlotsThatAreNoLongerRead() {
        for (int hour = 0; hour <= 6; hour++) {
            say("1." + hour, NOON + hour * HOUR);
            say("2." + hour, NOON + hour * HOUR);
        }
        Map<String, Optional<byte[]>> before = changelogged();
        assertThat(before.values().stream().filter(Optional::isPresent)).hasSizeGreaterThan(7);

        control("forget", NOON + 6 * HOUR);

        Map<String, Optional<byte[]>> after = new LinkedHashMap<>(before);
        after.putAll(changelogged());
        assertThat(after.values()).containsOnly(Optional.empty());
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

    /** What the changelogs have been told of the subject since the last time: the last word for each key, with the store before it. */
    private Map<String, Optional<byte[]>> changelogged() {
        Map<String, Optional<byte[]>> last = new LinkedHashMap<>();
        for (String topic : gate.driver().producedTopicNames()) {
            for (String store : List.of(Nodes.ACTIVITY, Nodes.VIOLATIONS, Nodes.STANDING)) {
                if (topic.endsWith("-" + store + "-changelog") && !topic.contains("wider")) {
                    gate
                            .driver()
                            .createOutputTopic(topic, new BytesDeserializer(), new ByteArrayDeserializer())
                            .readRecordsToList()
                            .stream()
                            .filter(record -> record.key().toString().startsWith("a"))
                            .forEach(record -> last.put(store + record.key(), Optional.ofNullable(record.value())));
                }
            }
        }
        return last;
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
