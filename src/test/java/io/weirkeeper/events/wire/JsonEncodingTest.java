package io.weirkeeper.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.BlockedMessage;
import io.weirkeeper.events.ControlEvent;
import io.weirkeeper.events.DebouncedMessage;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.Penalty;
import io.weirkeeper.events.SenderPenalty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonEncodingTest {
    private static final WireFormat JSON = new JsonFormat();

    static Stream<Arguments> records() {
        return Stream.of(
                record("InboundMessage", JSON.message(Examples.FULL)),
                record("InboundMessage-sparse", JSON.message(Examples.SPARSE)),
                record("AllowedMessage", JSON.verdict(Examples.FULL_ALLOWED)),
                record("AllowedMessage-sparse", JSON.verdict(Examples.SPARSE_ALLOWED)),
                record("AllowedMessage-held", JSON.verdict(Examples.HELD_ALLOWED)),
                record("DebouncedMessage", JSON.verdict(Examples.SUPERSEDED)),
                record("DebouncedMessage-merged", JSON.verdict(Examples.MERGED)),
                record("BlockedMessage", JSON.verdict(Examples.FULL_BLOCKED)),
                record("BlockedMessage-sparse", JSON.verdict(Examples.SPARSE_BLOCKED)),
                record("SenderPenalty", JSON.audit(Examples.PENALTY)),
                record("SenderPenalty-permanent", JSON.audit(Examples.PERMANENT)),
                record("SenderPenalty-violation", JSON.audit(Examples.VIOLATION)),
                record("SenderPenalty-pardon", JSON.audit(Examples.PARDON)),
                record("SenderPenalty-backoff", JSON.audit(Examples.BACKOFF)),
                record("SenderPenalty-backoff-without-end", JSON.audit(Examples.BACKOFF_WITHOUT_END)),
                record("ControlEvent", JSON.control(Examples.FULL_CONTROL)),
                record("ControlEvent-sparse", JSON.control(Examples.SPARSE_CONTROL)),
                record("ControlEvent-pause", JSON.control(Examples.PAUSE)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void writesTheGoldenBytes(String name, byte[] json) throws IOException {
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(Golden.line("json/" + name + ".json"));
    }

    @Test
    void writesTheFieldsOfTheSchemasInTheirOrder() throws IOException {
        assertThat(keys(JSON.message(Examples.FULL), "")).isEqualTo(names(InboundMessage.getClassSchema()));
        assertThat(keys(JSON.verdict(Examples.FULL_ALLOWED), "")).isEqualTo(names(AllowedMessage.getClassSchema()));
        assertThat(keys(JSON.verdict(Examples.FULL_ALLOWED), "message"))
                .isEqualTo(names(InboundMessage.getClassSchema()));
        assertThat(keys(JSON.verdict(Examples.SUPERSEDED), "")).isEqualTo(names(DebouncedMessage.getClassSchema()));
        assertThat(keys(JSON.verdict(Examples.FULL_BLOCKED), "")).isEqualTo(names(BlockedMessage.getClassSchema()));
        assertThat(keys(JSON.verdict(Examples.FULL_BLOCKED), "penalty")).isEqualTo(names(Penalty.getClassSchema()));
        assertThat(keys(JSON.audit(Examples.PENALTY), "")).isEqualTo(names(SenderPenalty.getClassSchema()));
        assertThat(keys(JSON.control(Examples.FULL_CONTROL), "")).isEqualTo(names(ControlEvent.getClassSchema()));
    }

    @Test
    void leavesOutNullableFieldsAndNoOthers() throws IOException {
        assertThat(keys(JSON.message(Examples.SPARSE), "")).isEqualTo(neverNull(InboundMessage.getClassSchema()));
        assertThat(keys(JSON.verdict(Examples.SPARSE_ALLOWED), ""))
                .isEqualTo(neverNull(AllowedMessage.getClassSchema()));
        assertThat(keys(JSON.verdict(Examples.SPARSE_BLOCKED), ""))
                .isEqualTo(neverNull(BlockedMessage.getClassSchema()));
    }

    @Test
    void knowsEveryVerdictAndAuditEvent() {
        assertThat(Verdict.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Allowed.class, Debounced.class, Blocked.class);
        assertThat(AuditEvent.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        AuditEvent.Violation.class,
                        AuditEvent.Punishment.class,
                        AuditEvent.Pardon.class,
                        AuditEvent.ProviderBackoff.class);
    }

    @Test
    void keepsEmojiAndZeroWidthCharactersByteForByte() {
        byte[] body = "👋🏽 👩‍👩‍👧 a\u200Bb\uFEFFc".getBytes(StandardCharsets.UTF_8);

        byte[] json = JSON.verdict(Examples.FULL_ALLOWED);

        assertThat(json).containsSequence(body);
    }

    @Test
    void writesLoneSurrogatesAsReplacement() {
        Allowed odd = new Allowed(Examples.SPARSE, 0, 1, List.of("\uD800"), Optional.of("a\uDC00"));

        assertThat(new String(JSON.verdict(odd), StandardCharsets.UTF_8))
                .contains("\"flags\":[\"\uFFFD\"]", "\"bypass\":\"a\uFFFD\"");
    }

    private static Arguments record(String name, byte[] json) {
        return Arguments.of(name, json);
    }

    private static List<String> names(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }

    private static List<String> neverNull(Schema schema) {
        return schema.getFields().stream()
                .filter(field -> !field.schema().isNullable())
                .map(Schema.Field::name)
                .toList();
    }

    /** The keys of the whole object, or of the object that is the value of one of its fields. */
    private static List<String> keys(byte[] json, String field) throws IOException {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (!field.isEmpty() && !field.equals(parser.currentName())) {
                parser.nextToken();
            }
            if (parser.currentToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return keys;
    }
}
