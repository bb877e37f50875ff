package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.PolicyText;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message passes only the gates that its policy needs: each visit is a record of gate-transfers. */
class VisitedGatesTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final String SENDER_ONLY = "limits: [{id: a, per: [sender, conversation], allow: 9 per 1m}]";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{id: a, per: [sender], allow: 9 per 1m}; ",
                "{id: a, per: [sender, user, conversation, address], allow: 9 per 1m}; ",
                "{id: a, per: [user], allow: 9 per 1m}; user|u",
                "{id: a, per: [conversation], allow: 9 per 1m}; conversation|c|d",
                "{id: a, per: [address], allow: 9 per 1m}; address|::1",
                "{id: a, per: [], allow: 9 per 1m}; global|",
                "{id: a, per: [channel], allow: 9 per 1m}; global|",
                "{id: a, per: [address, user], allow: 9 per 1m}; user|u",
                "{id: a, per: [], allow: 9 per 1m}, {id: b, per: [conversation], allow: 9 per 1m}; conversation|c|d global|",
                "{id: a, per: [address], allow: 9 per 1m}, {id: b, per: [user], allow: 9 per 1m}; user|u address|::1",
                "{id: a, per: [user, language], allow: 9 per 1m}; ",
                "{id: a, per: [user], allow: 9 per 1m, when: {channel: [sms]}}; ",
                "{id: a, per: [user], allow: 9 per 1m, mode: shadow}; user|u",
            })
    void areThoseForWhichThereIsALimitThatAppliesToTheMessage(String limits, String visited) {
        try (DrivenGate gate = new DrivenGate(PolicyText.valid("limits: [" + limits + "]"), NOON)) {
            say(gate, "1");

            assertThat(gate.keys(TOPICS.gateTransfers()))
                    .isEqualTo(visited == null ? List.of() : List.of(visited.split(" ")));
            assertThat(gate.values(TOPICS.allowedMessages())).hasSize(1);
            assertThat(gate.unread()).isEmpty();
        }
    }

    @Test
    void includeTheGlobalGateWhileProvidersMayPauseIt() {
        try (DrivenGate gate =
                new DrivenGate(PolicyText.valid("providerBackoff: {errors: 5 per 1m, pause: 10m}"), NOON)) {
            say(gate, "1");

            assertThat(gate.keys(TOPICS.gateTransfers())).containsExactly("global|");
        }
    }

    @Test
    void includeTheGlobalGateFromAPauseToItsEnd() {
        try (DrivenGate gate = new DrivenGate(PolicyText.valid(SENDER_ONLY), NOON)) {
            gate.control("global", "{\"type\":\"pause\"}", NOON);
            gate.keys(TOPICS.gateTransfers());
            say(gate, "1");
            assertThat(gate.keys(TOPICS.gateTransfers())).containsExactly("global|");
            assertThat(gate.unread()).isEmpty();

            gate.control("global", "{\"type\":\"resume\"}", NOON + 1_000);
            assertThat(gate.values(TOPICS.allowedMessages())).hasSize(1);
            gate.keys(TOPICS.gateTransfers());
            say(gate, "2");
            assertThat(gate.keys(TOPICS.gateTransfers())).isEmpty();
            assertThat(gate.values(TOPICS.allowedMessages())).hasSize(1);
        }
    }

    @Test
    void areNoneForWhatTheSenderGateStops() {
        String policy = "limits: [{id: a, per: [sender], allow: 1 per 1m}, {id: b, per: [user], allow: 9 per 1m}]";
        try (DrivenGate gate = new DrivenGate(PolicyText.valid(policy), NOON)) {
            say(gate, "1");
            say(gate, "2");

            assertThat(gate.keys(TOPICS.gateTransfers())).containsExactly("user|u");
            assertThat(gate.values(TOPICS.blockedMessages())).hasSize(1);
        }
    }

    @Test
    void handOnTheHeadersOfTheRecordToItsVerdict() {
        String policy = "limits: [{id: a, per: [conversation], allow: 1 per 1m}, {id: b, per: [], allow: 9 per 1m}]";
        try (DrivenGate gate = new DrivenGate(PolicyText.valid(policy), NOON)) {
            for (String id : List.of("1", "2")) {
                RecordHeaders headers = new RecordHeaders();
                headers.add("trace", Utils.utf8(id));
                gate.send(TOPICS.inboundMessages(), Utils.utf8("s"), Utils.utf8(json(id)), headers, NOON);
            }

            assertThat(gate.read(TOPICS.allowedMessages()))
                    .singleElement()
                    .satisfies(record -> assertThat(record.headers().toArray())
                            .extracting(Header::key, header -> Utils.utf8(header.value()))
                            .containsExactly(tuple("trace", "1")));
            assertThat(gate.read(TOPICS.blockedMessages()))
                    .singleElement()
                    .satisfies(record -> assertThat(Utils.utf8(
                                    record.headers().lastHeader("trace").value()))
                            .isEqualTo("2"));
        }
    }

    /** The message that makes a burst too long ends it: what goes on then is another message. */
    @Test
    void doNotGetTheHeadersOfAnotherMessage() {
        String policy = "debounce: {quiet: 4s, keep: merge}\nlimits: [{id: b, per: [], allow: 9 per 1m}]";
        try (DrivenGate gate = new DrivenGate(PolicyText.valid(policy), NOON)) {
            String half = "x".repeat(40_000);
            for (String id : List.of("1", "2")) {
                RecordHeaders headers = new RecordHeaders();
                headers.add("trace", Utils.utf8(id));
                String json = "{\"id\":\"%s\",\"sender\":\"s\",\"body\":\"%s%s\"}".formatted(id, id, half);
                gate.send(TOPICS.inboundMessages(), Utils.utf8("s"), Utils.utf8(json), headers, NOON);
            }

            assertThat(gate.read(TOPICS.allowedMessages())).singleElement().satisfies(first -> {
                assertThat(Utils.utf8(first.value())).contains("\"id\":\"1\"");
                assertThat(first.headers().toArray()).isEmpty();
            });
        }
    }

    private static void say(DrivenGate gate, String id) {
        gate.message("s", json(id), NOON);
    }

    private static String json(String id) {
        return "{\"id\":\"%s\",\"sender\":\"s\",\"user\":\"u\",\"conversation\":\"c|d\",\"address\":\"::1\",\"body\":\"%s\"}"
                .formatted(id, id);
    }
}
