package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands around the value of a verdict: its key, its time, its headers. */
class OutputRecordsTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final String POLICY = """
            limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 1}]
            penalties: {ladder: [{at: 1, do: warn}]}
            """;

    private final DrivenGate gate = new DrivenGate(PolicyText.valid(POLICY), NOON);

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void theKeyIsTheSubjectWhateverTheProducersKeyWas() {
        gate.send(TOPICS.inboundMessages(), "chat-42", Json.message("1", "+15550110", "hi"), NOON);
        gate.send(TOPICS.inboundMessages(), "chat-43", Json.message("2", "+15550110", "hi"), NOON);

        assertThat(only(TOPICS.allowedMessages()).key()).isEqualTo(Utils.utf8("+15550110"));
        assertThat(only(TOPICS.blockedMessages()).key()).isEqualTo(Utils.utf8("+15550110"));
        assertThat(gate.read(TOPICS.senderPenalties()))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.key()).isEqualTo(Utils.utf8("+15550110")));
    }

    @Test
    void underKeyedByRecipientTheSubjectIsTheRecipient() {
        try (DrivenGate outbound = new DrivenGate(PolicyText.valid("keyedBy: recipient"), NOON)) {
            outbound.message("shop", "{\"sender\":\"shop\",\"recipient\":\"+15550111\",\"body\":\"sale\"}", NOON);

            assertThat(outbound.read(TOPICS.allowedMessages()))
                    .extracting(allowed -> Utils.utf8(allowed.key()))
                    .containsExactly("+15550111");
        }
    }

    @Test
    void theTimeOfARecordIsThatOfItsDecision() {
        gate.send(TOPICS.inboundMessages(), "a", Json.message("1", "a", "on time"), NOON);
        gate.send(TOPICS.inboundMessages(), "a", Json.message("2", "a", "a minute late"), NOON - 60_000);

        assertThat(only(TOPICS.allowedMessages()).timestamp()).isEqualTo(NOON);
        TestRecord<byte[], byte[]> late = only(TOPICS.blockedMessages());
        assertThat(late.timestamp()).isEqualTo(NOON);
        assertThat(Utils.utf8(late.value())).contains("\"decidedAt\":\"2026-03-02T12:00:00.000Z\"");
        assertThat(gate.read(TOPICS.senderPenalties()))
                .allSatisfy(event -> assertThat(event.timestamp()).isEqualTo(NOON));
    }

    @Test
    void headersArePassedOnToTheVerdictInTheirOrder() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", Utils.utf8("00-1"));
        headers.add("tenant", Utils.utf8("a"));
        headers.add("tenant", Utils.utf8("b"));
        gate.send(TOPICS.inboundMessages(), new byte[0], Utils.utf8(Json.message("1", "a", "x")), headers, NOON);
        gate.send(TOPICS.inboundMessages(), new byte[0], Utils.utf8(Json.message("2", "a", "x")), headers, NOON);

        assertThat(only(TOPICS.allowedMessages()).headers()).isEqualTo(headers);
        assertThat(only(TOPICS.blockedMessages()).headers()).isEqualTo(headers);
    }

    @Test
    void whatTheProducerLeftOutIsFilledInFromTheRecord() {
        gate.send(TOPICS.inboundMessages(), "a", "{\"sender\":\"a\",\"body\":\"\"}", NOON);

        assertThat(Utils.utf8(only(TOPICS.allowedMessages()).value()))
                .startsWith("{\"message\":{\"id\":\"inbound-messages-0-0\",\"channel\":\"unknown\",\"sender\":\"a\","
                        + "\"body\":\"\",\"sentAt\":\"2026-03-02T12:00:00.000Z\"");
    }

    private TestRecord<byte[], byte[]> only(String topic) {
        var records = gate.read(topic);
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
