package io.weirkeeper.scenario;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.core.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One trace on its way through the production topology. */
final class TopologyRun implements AutoCloseable {
    /** Values of {@code verdict} by the topic that stands for it. */
    private static final Map<String, String> VERDICTS = Map.of(
            TOPICS.allowedMessages(), "ALLOWED",
            TOPICS.debouncedMessages(), "DEBOUNCED",
            TOPICS.blockedMessages(), "BLOCKED");

    private final Policy policy;
    private final DrivenGate gate;
    private final List<String> verdicts = new ArrayList<>();
    private final List<String> pardons = new ArrayList<>();

    TopologyRun(Policy policy, long start) {
        this.policy = policy;
        this.gate = new DrivenGate(policy, start);
    }

    /** Sends a line to its topic. A message must get exactly one verdict at once, a word of control none. */
    void take(TraceLine line) {
        String value = line.value().toString();
        List<String> before = List.copyOf(verdicts);
        if (line.isControl()) {
            String subject = line.value().path("sender").asText();
            gate.control(subject, value, line.time());
            if (line.value().path("type").asText().equals("pardon")) {
                pardons.add(subject);
            }
        } else {
            gate.message(line.value().path(policy.keyedBy().label()).asText(), value, line.time());
        }
        VERDICTS.forEach((topic, verdict) ->
                gate.values(topic).forEach(json -> verdicts.add(VerdictRecords.line(verdict, json))));
        assertThat(verdicts).as("verdicts after %s", value).hasSize(before.size() + (line.isControl() ? 0 : 1));
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
