package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be judged is kept as it came, with what is wrong with it in the headers; nothing else happens. */
class DeadLettersTest {
    private static final long NOON = 1_772_452_800_000L;
    private static final byte[] KEY = {0, (byte) 0xff, 7};
    private static final String INBOUND = TOPICS.inboundMessages();
    private static final String CONTROL = TOPICS.gateControl();

    /** Paces outbound messages, so that a message may also lack the recipient. */
    private final DrivenGate gate = new DrivenGate(PolicyText.valid("keyedBy: recipient"), NOON);

    @AfterEach
    void close() {
        gate.close();
    }

    static List<Arguments> defects() {
        String large = "x".repeat(64 * 1024 + 1);
        return List.of(
                Arguments.of(INBOUND, new byte[] {(byte) 0xc3, 0x28, 0}, "UNDECODABLE", "not UTF-8"),
                Arguments.of(INBOUND, Utils.utf8("hello"), "UNDECODABLE", "not JSON at byte 0"),
                Arguments.of(INBOUND, Utils.utf8("[1]"), "UNDECODABLE", "not a JSON object"),
                Arguments.of(INBOUND, new byte[0], "EMPTY_VALUE", "no value"),
                Arguments.of(INBOUND, null, "EMPTY_VALUE", "no value"),
                Arguments.of(
                        INBOUND,
                        Utils.utf8("{\"recipient\":\"b\",\"body\":\"x\"}"),
                        "MISSING_SENDER",
                        "sender: missing"),
                Arguments.of(
                        INBOUND, Utils.utf8("{\"sender\":\"a\",\"recipient\":\"b\"}"), "MISSING_BODY", "body: missing"),
                Arguments.of(
                        INBOUND,
                        Utils.utf8(Json.message("1", "a", "x")),
                        "MISSING_SUBJECT",
                        "the message does not say for whom it is"),
                Arguments.of(
                        INBOUND,
                        Utils.utf8("{\"sender\":\"a\",\"recipient\":\"\",\"body\":\"x\"}"),
                        "MISSING_SUBJECT",
                        "the message does not say for whom it is"),
                Arguments.of(
                        INBOUND,
                        Utils.utf8(Json.message("1", "a", large)),
                        "BODY_TOO_LARGE",
                        "body: longer than 65536 bytes"),
                Arguments.of(
                        INBOUND,
                        Utils.utf8(Json.message("1", "a", large.repeat(8))),
                        "RECORD_TOO_LARGE",
                        "longer than 524288 bytes"),
                Arguments.of(
                        INBOUND,
                        Utils.utf8("{\"sender\":\"a\",\"recipient\":\"b\",\"body\":\"x\",\"priority\":10}"),
                        "INVALID_FIELD",
                        "priority: must be 0 to 9"),
                Arguments.of(CONTROL, Utils.utf8(Json.control("promote", "a")), "INVALID_FIELD", "type: unknown"),
                Arguments.of(CONTROL, Utils.utf8("{\"type\":\"block\"}"), "MISSING_SENDER", "sender: missing"),
                Arguments.of(CONTROL, null, "EMPTY_VALUE", "no value"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void theRecordIsKeptByteForByteWithItsDefect(String topic, byte @Nullable [] value, String defect, String message) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", new byte[] {1, 2});
        headers.add("trace", new byte[] {3});
        gate.send(topic, KEY, value, headers, NOON);

        TestRecord<byte[], byte[]> dead = onlyDeadLetter();

        assertThat(dead.key()).isEqualTo(KEY);
        assertThat(dead.value()).isEqualTo(value);
        assertThat(dead.timestamp()).isEqualTo(NOON);
        assertThat(headers(dead))
                .containsExactly(
                        "trace=\u0001\u0002",
                        "trace=\u0003",
                        "weir.defect=" + defect,
                        "__streams.errors.message=" + message,
                        "__streams.errors.topic=" + topic,
                        "__streams.errors.partition=0",
                        "__streams.errors.offset=0");
        assertThat(gate.unread()).isEmpty();
    }

    @Test
    void theHeadersSayWhichRecordItWas() {
        gate.send(INBOUND, "b", "{\"sender\":\"a\",\"recipient\":\"b\",\"body\":\"good\"}", NOON);
        gate.send(INBOUND, "b", "{\"sender\":\"a\",\"recipient\":\"b\",\"body\":\"good too\"}", NOON);
        gate.send(INBOUND, "b", "bad", NOON);

        assertThat(headers(onlyDeadLetter())).contains("__streams.errors.offset=2");
        assertThat(gate.read(TOPICS.allowedMessages())).hasSize(2);
    }

    @Test
    void aBodyOfExactly64KibIsJudged() {
        String body = "x".repeat(64 * 1024);
        gate.send(INBOUND, "b", "{\"sender\":\"a\",\"recipient\":\"b\",\"body\":\"" + body + "\"}", NOON);

        assertThat(gate.read(TOPICS.allowedMessages())).hasSize(1);
        assertThat(gate.unread()).isEmpty();
    }

    @Test
    void headersThatWouldNotFitIntoAVerdictAreADefectOfTheRecord() {
        byte[] good = Utils.utf8("{\"sender\":\"a\",\"recipient\":\"b\",\"body\":\"x\"}");
        RecordHeaders tooLarge = new RecordHeaders();
        tooLarge.add("h", new byte[256 * 1024]);
        gate.send(INBOUND, KEY, good, tooLarge, NOON);

        TestRecord<byte[], byte[]> dead = onlyDeadLetter();

        assertThat(dead.value()).isEqualTo(good);
        assertThat(dead.headers().lastHeader("h").value()).hasSize(256 * 1024);
        assertThat(headers(dead)).contains("weir.defect=RECORD_TOO_LARGE");
        assertThat(gate.unread()).isEmpty();
    }

    @Test
    void aRecordWithoutAKeyStaysWithoutOne() {
        gate.send(INBOUND, null, Utils.utf8("bad"), new RecordHeaders(), NOON);

        assertThat(onlyDeadLetter().key()).isNull();
    }

    private TestRecord<byte[], byte[]> onlyDeadLetter() {
        List<TestRecord<byte[], byte[]>> dead = gate.read(TOPICS.deadLetterMessages());
        assertThat(dead).hasSize(1);
        return dead.get(0);
    }

    private static List<String> headers(TestRecord<byte[], byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> header.key() + "=" + Utils.utf8(header.value()))
                .toList();
    }
}
