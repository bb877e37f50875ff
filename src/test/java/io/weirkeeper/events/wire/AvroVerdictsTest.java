package io.weirkeeper.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.AuditEventType;
import io.weirkeeper.events.BlockedMessage;
import io.weirkeeper.events.DebounceReason;
import io.weirkeeper.events.DebouncedMessage;
import io.weirkeeper.events.PenaltyKind;
import io.weirkeeper.events.SenderPenalty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroVerdictsTest {

    @Test
    void allowedMessagesComeBack() throws IOException {
        AllowedMessage full = AvroVerdicts.allowed(Examples.FULL_ALLOWED);
        AllowedMessage sparse = AvroVerdicts.allowed(Examples.SPARSE_ALLOWED);

        assertThat(writtenAndRead(AllowedMessage.class, full)).isEqualTo(full);
        assertThat(writtenAndRead(AllowedMessage.class, sparse)).isEqualTo(sparse);
        assertThat(full.getFlags()).containsExactly("flood", "links");
        assertThat(full.getBypass()).isEqualTo("admin");
        assertThat(full.getPolicyVersion()).isEqualTo(12);
        assertThat(full.getDecidedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:01Z"));
        assertThat(AvroDrafts.message(full.getMessage()).complete()).isEqualTo(Examples.FULL);
    }

    @Test
    void allowedMessagesSayHowLongTheyWaitedAndWhatTheyAbsorbed() throws IOException {
        AllowedMessage held = AvroVerdicts.allowed(Examples.HELD_ALLOWED);

        assertThat(writtenAndRead(AllowedMessage.class, held)).isEqualTo(held);
        assertThat(held.getAbsorbed()).containsExactly("SM-0", "SM-1");
        assertThat(held.getHeldMillis()).isEqualTo(4_000);
    }

    @Test
    void debouncedMessagesComeBack() throws IOException {
        DebouncedMessage superseded = AvroVerdicts.debounced(Examples.SUPERSEDED);
        DebouncedMessage merged = AvroVerdicts.debounced(Examples.MERGED);

        assertThat(writtenAndRead(DebouncedMessage.class, superseded)).isEqualTo(superseded);
        assertThat(writtenAndRead(DebouncedMessage.class, merged)).isEqualTo(merged);
        assertThat(superseded.getReason()).isEqualTo(DebounceReason.SUPERSEDED);
        assertThat(superseded.getBy()).isEqualTo("SM-3");
        assertThat(superseded.getPolicyVersion()).isEqualTo(12);
        assertThat(superseded.getDecidedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:01Z"));
        assertThat(merged.getReason()).isEqualTo(DebounceReason.MERGED);
        assertThat(AvroDrafts.message(superseded.getMessage()).complete()).isEqualTo(Examples.FULL);
    }

    @Test
    void blockedMessagesComeBack() throws IOException {
        BlockedMessage full = AvroVerdicts.blocked(Examples.FULL_BLOCKED);
        BlockedMessage sparse = AvroVerdicts.blocked(Examples.SPARSE_BLOCKED);

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
        for (AuditEvent event : List.of(Examples.VIOLATION, Examples.PENALTY, Examples.PERMANENT, Examples.PARDON)) {
            SenderPenalty entry = AvroVerdicts.audit(event);
            assertThat(writtenAndRead(SenderPenalty.class, entry)).isEqualTo(entry);
            assertThat(entry.getStrikes()).isEqualTo(event.strikes());
        }
        assertThat(AvroVerdicts.audit(Examples.PENALTY).getKind()).isEqualTo(PenaltyKind.BAN);
        assertThat(AvroVerdicts.audit(Examples.PENALTY).getEvent()).isEqualTo(AuditEventType.PENALTY);
        assertThat(AvroVerdicts.audit(Examples.VIOLATION).getEvent()).isEqualTo(AuditEventType.VIOLATION);
        assertThat(AvroVerdicts.audit(Examples.PARDON).getEvent()).isEqualTo(AuditEventType.PARDON);
    }

    @Test
    void aPauseOfTheGateComesBackAndHasNoStrikes() throws IOException {
        SenderPenalty backoff = AvroVerdicts.audit(Examples.BACKOFF);
        SenderPenalty withoutEnd = AvroVerdicts.audit(Examples.BACKOFF_WITHOUT_END);

        assertThat(writtenAndRead(SenderPenalty.class, backoff)).isEqualTo(backoff);
        assertThat(writtenAndRead(SenderPenalty.class, withoutEnd)).isEqualTo(withoutEnd);
        assertThat(backoff.getEvent()).isEqualTo(AuditEventType.PROVIDER_BACKOFF);
        assertThat(backoff.getUntil()).isEqualTo(Instant.parse("2026-11-20T10:10:00Z"));
        assertThat(backoff.getMessageId()).isEqualTo("SM-2");
        assertThat(backoff.getStrikes()).isNull();
        assertThat(backoff.getKind()).isNull();
        assertThat(withoutEnd.getUntil()).isNull();
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

        assertThat(AvroVerdicts.blocked(blocked).getReason()).hasToString(reason.name());
    }

    @ParameterizedTest
    @EnumSource
    void everyPenaltyHasItsName(io.weirkeeper.core.penalty.PenaltyKind kind) {
        OptionalLong until = switch (kind) {
            case TIMEOUT, BAN -> OptionalLong.of(1);
            case WARNING, PERMANENT -> OptionalLong.empty();
        };
        AuditEvent event = new AuditEvent.Punishment("s", 0, Optional.empty(), new Penalty(kind, until, 1), "m");

        assertThat(AvroVerdicts.audit(event).getKind()).hasToString(kind.name());
    }

    private static <T extends SpecificRecord> T writtenAndRead(Class<T> type, T datum) throws IOException {
        AvroCodec<T> codec = new AvroCodec<>(type);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.write(datum, out);
        return codec.read(out.toByteArray(), 0);
    }
}
