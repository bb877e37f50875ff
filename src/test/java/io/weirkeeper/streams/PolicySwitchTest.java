package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.Refusal;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyRecords;
import io.weirkeeper.scenario.PolicyText;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies come on their topic while the gate runs. */
class PolicySwitchTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z

    private int ids;

    @Test
    void theNextVerdictIsByTheNewPolicyAndSaysSo() {
        try (DrivenGate gate = gate("limits: [{id: few, per: [sender], allow: 1 per 1h}]")) {
            say(gate, NOON);
            say(gate, NOON + 1);
            publish(gate, 1, "limits: [{id: few, per: [sender], allow: 5 per 1h}]");
            say(gate, NOON + 2);

            assertThat(verdicts(gate)).containsExactly("allowed 0", "allowed 1", "RATE_LIMITED few 0");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            raised         | {id: few, per: [sender], allow: 4 per 1h}                                          | allowed 1
            lowered        | {id: few, per: [sender], allow: 1 per 1h}                                          | RATE_LIMITED few 1
            the same       | {id: few, per: [sender], allow: 3 per 1h}                                          | RATE_LIMITED few 1
            longer window  | {id: few, per: [sender], allow: 3 per 2h}                                          | RATE_LIMITED few 1
            renamed        | {id: new, per: [sender], allow: 3 per 1h}                                          | allowed 1
            another beside | {id: few, per: [sender], allow: 9 per 1h}, {id: one, per: [sender], allow: 1 per 1h} | allowed 1
            """)
    void whatWasCountedStaysRuleByRule(String change, String limits, String next) {
        try (DrivenGate gate = gate("limits: [{id: few, per: [sender], allow: 3 per 1h}]")) {
            say(gate, NOON);
            say(gate, NOON + 1);
            say(gate, NOON + 2);
            verdicts(gate);
            publish(gate, 1, "limits: [" + limits + "]");
            say(gate, NOON + 3);

            assertThat(verdicts(gate)).as(change).containsExactly(next);
        }
    }

    @Test
    void aRuleThatIsTakenOutAndPutBackWithinItsWindowHasNotForgotten() {
        String few = "limits: [{id: few, per: [sender], allow: 1 per 1h}]";
        try (DrivenGate gate = gate(few)) {
            say(gate, NOON);
            publish(gate, 1, "name: none");
            publish(gate, 2, few);
            say(gate, NOON + 1);

            assertThat(verdicts(gate)).containsExactly("allowed 0", "RATE_LIMITED few 2");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            maxAge: soon       | version 1: line 1: maxAge:
            keyedBy: recipient | version 1: line 1: keyedBy: must stay sender
            """)
    void aBadPolicyChangesNothingAndIsRemembered(String bad, String refusal) {
        try (DrivenGate gate = gate("blocked: {senders: [a]}")) {
            publish(gate, 1, bad);
            say(gate, NOON);

            assertThat(verdicts(gate)).containsExactly("BLOCKLISTED 0");
            assertThat(gate.policy().inForce().refusal().map(Refusal::toString))
                    .hasValueSatisfying(told -> assertThat(told).startsWith(refusal));
            publish(gate, 2, "name: good");
            say(gate, NOON + 1);
            assertThat(verdicts(gate)).containsExactly("allowed 2");
            assertThat(gate.policy().inForce().refusal()).isEmpty();
        }
    }

    @Test
    void recordsThatAreNoPoliciesOrCameTooLateChangeNothing() {
        try (DrivenGate gate = gate("name: file")) {
            publish(gate, 2, "name: two");
            publish(gate, 1, "name: one");
            publish(gate, 2, "name: also two");
            gate.send(TOPICS.gatePolicies(), "0000000003-00000000-00000000", "no JSON", NOON);
            gate.send(TOPICS.gatePolicies(), "nonsense", "{}", NOON);

            PolicyInForce inForce = gate.policy().inForce();
            assertThat(inForce.policy().name()).isEqualTo("two");
            assertThat(inForce.latest()).isEqualTo(3);
            assertThat(inForce.refusal())
                    .hasValueSatisfying(bad -> assertThat(bad.version()).isEqualTo(3));
        }
    }

    @Test
    void aBurstThatWaitsIsOverWhenTheNewPolicySaysSo() {
        try (DrivenGate gate = gate("debounce: {quiet: 1m}")) {
            say(gate, NOON);
            gate.advanceTo(NOON + 3_000);
            assertThat(verdicts(gate)).isEmpty();
            publish(gate, 1, "debounce: {quiet: 4s}");
            gate.advanceTo(NOON + 3_950);
            assertThat(verdicts(gate)).isEmpty();
            gate.advanceTo(NOON + 4_000);

            assertThat(verdicts(gate)).containsExactly("allowed 1");
            assertThat(gate.holdsMessages()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"debounce: {quiet: 1m}", "'limits: [{id: gap, per: [], allow: 1 per 1h, onExceed: queue}]'"})
    void whatWaitsForARuleThatIsGoneIsReleasedAtOnce(String policy) {
        try (DrivenGate gate = gate(policy)) {
            say(gate, NOON);
            say(gate, NOON + 1);
            gate.advanceTo(NOON + 1_000);
            assertThat(gate.holdsMessages()).isTrue();
            publish(gate, 1, "name: none");
            gate.advanceTo(NOON + 1_050);

            assertThat(gate.holdsMessages()).isFalse();
            assertThat(verdicts(gate)).contains("allowed 1");
        }
    }

    @Test
    void aQueueThatMayGoFasterDoes() {
        try (DrivenGate gate = gate("limits: [{id: gap, per: [sender], allow: 1 per 5m, onExceed: queue}]")) {
            say(gate, NOON);
            say(gate, NOON + 1);
            gate.advanceTo(NOON + 1_000);
            publish(gate, 1, "limits: [{id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}]");
            gate.advanceTo(NOON + 1_950);
            assertThat(verdicts(gate)).containsExactly("allowed 0");
            gate.advanceTo(NOON + 2_000);

            assertThat(verdicts(gate)).containsExactly("allowed 1");
        }
    }

    private static DrivenGate gate(String yaml) {
        return new DrivenGate(PolicyText.valid(yaml), NOON);
    }

    private static void publish(DrivenGate gate, long version, String yaml) {
        gate.send(TOPICS.gatePolicies(), PolicyRecords.key(version, yaml), PolicyRecords.value(version, yaml), NOON);
    }

    private void say(DrivenGate gate, long time) {
        String id = "m" + ids++;
        gate.message("a", Json.message(id, "a", "text " + id), time);
    }

    private static JsonNode read(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> verdicts(DrivenGate gate) {
        return Stream.concat(
                        gate.values(TOPICS.allowedMessages()).stream()
                                .map(PolicySwitchTest::read)
                                .map(verdict -> "allowed "
                                        + verdict.path("policyVersion").asText()),
                        gate.values(TOPICS.blockedMessages()).stream()
                                .map(PolicySwitchTest::read)
                                .map(verdict -> Stream.of("reason", "rule", "policyVersion")
                                        .map(field -> verdict.path(field).asText())
                                        .filter(text -> !text.isEmpty())
                                        .reduce((a, b) -> a + " " + b)
                                        .orElseThrow()))
                .toList();
    }
}
