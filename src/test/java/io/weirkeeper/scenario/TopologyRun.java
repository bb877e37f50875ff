package io.weirkeeper.scenario;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.core.policy.Policy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One trace on its way through the production topology, live: the wall clock shows the times of the trace. */
final class TopologyRun implements AutoCloseable {
    /** Values of {@code verdict} by the topic that stands for it. */
    private static final Map<String, String> VERDICTS = Map.of(
            TOPICS.allowedMessages(), "ALLOWED",
            TOPICS.debouncedMessages(), "DEBOUNCED",
            TOPICS.blockedMessages(), "BLOCKED");

    /** That of the gates' own tick, in milliseconds: what waits is then released when it is due. */
    private static final long STEP = 50;

    private static final long LONGEST_WAIT = Duration.ofHours(1).toMillis();

    private final Policy policy;
    private final List<String> expected;
    private final DrivenGate gate;
    private final List<String> ids = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();
    private final List<String> pardons = new ArrayList<>();
    private long now;

    /**
     * @param expected topics have no common order: verdicts that came at once on several are put in this one if they can be
     */
    TopologyRun(Policy policy, long start, List<String> expected) {
        this.policy = policy;
        this.expected = expected;
        this.gate = new DrivenGate(policy, start);
        this.now = start;
    }

    /** Sends all lines to their topics at their times, then lets everything that waits fall due. */
    void take(List<TraceLine> lines) {
        lines.forEach(this::take);
        long end = now + LONGEST_WAIT;
        while (gate.holdsMessages() && now < end) {
            advanceTo(now + STEP);
        }
    }

    private void take(TraceLine line) {
        while (gate.holdsMessages() && now + STEP < line.time()) {
            advanceTo(now + STEP);
        }
        advanceTo(Math.max(now, line.time()));
        String value = line.value().toString();
        if (line.isControl()) {
            String subject = line.value().path("sender").asText();
            gate.control(subject, value, line.time());
            if (line.value().path("type").asText().equals("pardon")) {
                pardons.add(subject);
            }
        } else {
            ids.add(line.value().path("id").asText());
            gate.message(line.value().path(policy.keyedBy().label()).asText(), value, line.time());
        }
        collect();
    }

    private void advanceTo(long time) {
        now = time;
        gate.advanceTo(now);
        collect();
    }

    private void collect() {
        Map<String, Deque<String>> unread = new LinkedHashMap<>();
        VERDICTS.forEach((topic, verdict) -> unread.put(
                topic,
                gate.values(topic).stream()
                        .map(json -> VerdictRecords.line(verdict, json))
                        .collect(Collectors.toCollection(ArrayDeque::new))));
        unread.values().removeIf(Deque::isEmpty);
        while (!unread.isEmpty()) {
            String next = verdicts.size() < expected.size() ? expected.get(verdicts.size()) : "";
            Deque<String> topic = unread.values().stream()
                    .filter(lines -> lines.element().equals(next))
                    .findFirst()
                    .orElse(unread.values().iterator().next());
            verdicts.add(topic.remove());
            unread.values().removeIf(Deque::isEmpty);
        }
    }

    /** Every message has exactly one verdict, and none waits any more. */
    void assertTheLawOfOneVerdict() {
        assertThat(verdicts)
                .extracting(line -> TraceLine.read(line).path("id").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(gate.holdsMessages()).isFalse();
    }

    List<String> verdicts() {
        return verdicts;
    }

    /** Each penalty that a verdict imposed, and each pardon, is on the trail once, after the violations that led to it. */
    void assertThatTheAuditTrailMatchesTheVerdicts() {
        List<JsonNode> trail = gate.values(TOPICS.senderPenalties()).stream()
                .map(TraceLine::read)
                .toList();
        List<String> imposed = verdicts.stream()
                .map(TraceLine::read)
                .filter(line ->
                        line.has("penalty") && !line.path("reason").asText().equals("PENALIZED"))
                .map(line ->
                        line.path("id").asText() + " " + line.path("at").asText() + " " + penalty(line.path("penalty")))
                .toList();

        assertThat(events(trail, "PENALTY"))
                .extracting(event -> event.path("messageId").asText() + " "
                        + event.path("at").asText() + " " + penalty(event))
                .isEqualTo(imposed);
        assertThat(events(trail, "PARDON"))
                .extracting(event -> event.path("subject").asText())
                .isEqualTo(pardons);
        assertThat(events(trail, "VIOLATION"))
                .extracting(event -> event.path("messageId").asText())
                .containsAll(events(trail, "PENALTY").stream()
                        .map(event -> event.path("messageId").asText())
                        .toList());
    }

    private static List<JsonNode> events(List<JsonNode> trail, String kind) {
        return trail.stream()
                .filter(event -> event.path("event").asText().equals(kind))
                .toList();
    }

    private static String penalty(JsonNode of) {
        return of.path("kind").asText() + " " + of.path("until").asText() + " "
                + of.path("strikes").asInt();
    }

    void assertThatNothingIsLeft() {
        assertThat(gate.unread()).isEmpty();
    }

    @Override
    public void close() {
        gate.close();
    }
}
