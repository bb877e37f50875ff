package io.weirkeeper.events.wire;

import static io.weirkeeper.events.wire.Examples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.AuditEventType;
import io.weirkeeper.events.BlockedMessage;
import io.weirkeeper.events.ControlEvent;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.PenaltyKind;
import io.weirkeeper.events.SenderPenalty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroRecordsTest {

    @Test
    void allowedMessagesComeBack() throws IOException {
        AllowedMessage full = AvroRecords.allowed(Examples.FULL_ALLOWED);
        AllowedMessage sparse = AvroRecords.allowed(Examples.SPARSE_ALLOWED);

        assertThat(writtenAndRead(AllowedMessage.class, full)).isEqualTo(full);
        assertThat(writtenAndRead(AllowedMessage.class, sparse)).isEqualTo(sparse);
        assertThat(full.getFlags()).containsExactly("flood", "links");
        assertThat(full.getBypass()).isEqualTo("admin");
        assertThat(full.getPolicyVersion()).isEqualTo(12);
        assertThat(full.getDecidedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:01Z"));
        assertThat(AvroDrafts.message(full.getMessage()).complete()).isEqualTo(Examples.FULL);
    }

    @Test
    void blockedMessagesComeBack() throws IOException {
        BlockedMessage full = AvroRecords.blocked(Examples.FULL_BLOCKED);
        BlockedMessage sparse = AvroRecords.blocked(Examples.SPARSE_BLOCKED);

        assertThat(writtenAndRead(BlockedMessage.class, full)).isEqualTo(full);
        assertThat(writtenAndRead(BlockedMessage.class, sparse)).isEqualTo(sparse);
        assertThat(full.getRule()).isEqualTo("sender");
        assertThat(full.getPenalty().getKind()).isEqualTo(PenaltyKind.BAN);
        assertThat(full.getPenalty().getUntil()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
        assertThat(full.getRetryAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
        assertThat(full.getNotice()).isEqualTo("Slow down; try again in 1h.");
        assertThat(sparse.getPenalty()).isNull();
        assertThat(sparse.getRetryAt()).isNull();
    }

    @Test
    void auditEventsComeBack() throws IOException {
        for (AuditEvent event :
                new AuditEvent[] {Examples.VIOLATION, Examples.PENALTY, Examples.PERMANENT, Examples.PARDON}) {
            SenderPenalty entry = AvroRecords.audit(event);
            assertThat(writtenAndRead(SenderPenalty.class, entry)).isEqualTo(entry);
            assertThat(entry.getStrikes()).isEqualTo(event.strikes());
        }
        assertThat(AvroRecords.audit(Examples.PENALTY).getKind()).isEqualTo(PenaltyKind.BAN);
        assertThat(AvroRecords.audit(Examples.PENALTY).getEvent()).isEqualTo(AuditEventType.PENALTY);
        assertThat(AvroRecords.audit(Examples.VIOLATION).getEvent()).isEqualTo(AuditEventType.VIOLATION);
        assertThat(AvroRecords.audit(Examples.PARDON).getEvent()).isEqualTo(AuditEventType.PARDON);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsName(Reason reason) {
        Blocked blocked = new Blocked(
                Examples.SPARSE,
                0,
                1,
                reason,
                Optional.empty(),
                "",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(AvroRecords.blocked(blocked).getReason()).hasToString(reason.name());
    }

    @ParameterizedTest
    @EnumSource
    void everyPenaltyHasItsName(io.weirkeeper.core.penalty.PenaltyKind kind) {
        OptionalLong until = switch (kind) {
            case TIMEOUT, BAN -> OptionalLong.of(1);
            case WARNING, PERMANENT -> OptionalLong.empty();
        };
        AuditEvent event = new AuditEvent.Punishment("s", 0, Optional.empty(), new Penalty(kind, until, 1), "m");

        assertThat(AvroRecords.audit(event).getKind()).hasToString(kind.name());
    }

    @ParameterizedTest
    @EnumSource
    void everyOperatorsWordHasItsName(ControlType type) {
        io.weirkeeper.core.standing.ControlEvent event = new io.weirkeeper.core.standing.ControlEvent(
                "c", 0, Optional.empty(), type, "s", Optional.empty(), OptionalLong.empty());

        ControlEvent avro = AvroRecords.control(event);

        assertThat(avro.getType()).hasToString(type.label());
        assertThat(AvroDrafts.control(avro).complete()).isEqualTo(event);
    }

    @Test
    void whatAvroReadIsCheckedAsJsonIs() throws InvalidRecord {
        InboundMessage inbound = AvroRecords.inbound(Examples.SPARSE);
        inbound.setId("");

        assertThat(AvroDrafts.message(inbound).checked(ORIGIN).id()).isEqualTo("inbound-messages-3-41");
        inbound.setPriority(10);
        assertThatExceptionOfType(InvalidRecord.class)
                .isThrownBy(() -> AvroDrafts.message(inbound).checked(ORIGIN))
                .withMessage("priority: must be 0 to 9");
        inbound.setSender("");
        assertThatExceptionOfType(InvalidRecord.class)
                .isThrownBy(() -> AvroDrafts.message(inbound).checked(ORIGIN))
                .withMessage("sender: missing");
    }

    private static <T extends SpecificRecord> T writtenAndRead(Class<T> type, T datum) throws IOException {
        AvroCodec<T> codec = new AvroCodec<>(type);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.write(datum, out);
        return codec.read(out.toByteArray(), 0);
    }
}
