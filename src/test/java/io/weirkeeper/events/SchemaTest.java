package io.weirkeeper.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    static Collection<Schema> schemas() throws IOException {
        return Schemas.in(Schemas.CURRENT).byName().values();
    }

    static Stream<Schema.Field> fields() throws IOException {
        return schemas().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .flatMap(schema -> schema.getFields().stream());
    }

    @Test
    void thereIsOneForEveryRecordOfTheTopics() throws IOException {
        assertThat(Schemas.in(Schemas.CURRENT).byName().keySet().stream().map(name -> name.replaceFirst(".*\\.", "")))
                .containsExactlyInAnyOrder(
                        "InboundMessage",
                        "AllowedMessage",
                        "DebouncedMessage",
                        "BlockedMessage",
                        "Penalty",
                        "SenderPenalty",
                        "ControlEvent",
                        "DeliveryReport",
                        "PolicyVersion",
                        "Reason",
                        "DebounceReason",
                        "PenaltyKind",
                        "AuditEventType",
                        "ControlType",
                        "DeliveryStatus",
                        "ErrorKind");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void saysWhatItIs(Schema schema) {
        assertThat(schema.getNamespace()).isEqualTo("io.weirkeeper.events");
        assertThat(schema.getDoc()).isNotBlank().endsWith(".");
        if (schema.getType() == Schema.Type.ENUM) {
            assertThat(schema.getEnumSymbols())
                    .allMatch(symbol -> schema.getDoc().contains(symbol));
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void fieldsSayWhatTheyHoldAndWhenTheyAreNull(Schema.Field field) {
        assertThat(field.doc()).isNotBlank().endsWith(".");
        if (field.schema().isNullable()) {
            assertThat(field.schema().getTypes().get(0).getType()).isEqualTo(Schema.Type.NULL);
            assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
            assertThat(field.doc()).contains("null");
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void timesAreMilliseconds(Schema.Field field) {
        boolean time = field.name().endsWith("At") || List.of("at", "until").contains(field.name());
        Schema present = field.schema().isNullable() ? field.schema().getTypes().get(1) : field.schema();

        assertThat(present.getLogicalType() instanceof LogicalTypes.TimestampMillis)
                .isEqualTo(time);
        assertThat(!time || field.doc().contains("epoch milliseconds")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Reason, BLOCKLISTED PENALIZED UNREGISTERED STALE REDELIVERED DUPLICATE RATE_LIMITED SPAM_CONTENT QUEUE_FULL"
                + " QUEUE_EXPIRED PROVIDER_BACKOFF",
        "DebounceReason, SUPERSEDED MERGED",
        "PenaltyKind, WARNING TIMEOUT BAN PERMANENT",
        "AuditEventType, VIOLATION PENALTY PARDON PROVIDER_BACKOFF",
        "ControlType, block unblock trust untrust register unregister pardon forget pause resume",
        "DeliveryStatus, SENT FAILED",
        "ErrorKind, RATE_LIMITED AUTHENTICATION OTHER"
    })
    void closedSetsHaveTheseValues(String name, String symbols) throws IOException {
        Schema schema = Schemas.in(Schemas.CURRENT).byName().get("io.weirkeeper.events." + name);

        assertThat(String.join(" ", schema.getEnumSymbols())).isEqualTo(symbols);
    }

    @ParameterizedTest
    @CsvSource({
        "InboundMessage, id channel sender recipient user conversation command address language priority body sentAt"
                + " attributes",
        "AllowedMessage, message decidedAt policyVersion flags absorbed heldMillis bypass",
        "DebouncedMessage, message decidedAt policyVersion reason by",
        "BlockedMessage, message decidedAt policyVersion reason rule detail retryAt penalty notice",
        "Penalty, kind until strikes",
        "SenderPenalty, subject at event rule strikes kind until messageId",
        "ControlEvent, id at by type sender reason until",
        "DeliveryReport, messageId recipient status errorKind error at",
        "PolicyVersion, version yaml hash author note publishedAt"
    })
    void recordsHaveTheseFields(String name, String fields) throws IOException {
        Schema schema = Schemas.in(Schemas.CURRENT).byName().get("io.weirkeeper.events." + name);

        assertThat(String.join(
                        " ", schema.getFields().stream().map(Schema.Field::name).toList()))
                .isEqualTo(fields);
    }
}
