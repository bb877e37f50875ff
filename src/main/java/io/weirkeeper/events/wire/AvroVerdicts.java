package io.weirkeeper.events.wire;

import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.AuditEvent.Pardon;
import io.weirkeeper.core.verdict.AuditEvent.ProviderBackoff;
import io.weirkeeper.core.verdict.AuditEvent.Punishment;
import io.weirkeeper.core.verdict.AuditEvent.Violation;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.AuditEventType;
import io.weirkeeper.events.BlockedMessage;
import io.weirkeeper.events.DebounceReason;
import io.weirkeeper.events.DebouncedMessage;
import io.weirkeeper.events.PenaltyKind;
import io.weirkeeper.events.Reason;
import io.weirkeeper.events.SenderPenalty;
import java.time.Instant;

/** What goes out, as the classes that Avro generates from the schemas. */
final class AvroVerdicts {

    private AvroVerdicts() {}

    static AllowedMessage allowed(Allowed allowed) {
        return new AllowedMessage(
                AvroRecords.inbound(allowed.message()),
                Instant.ofEpochMilli(allowed.decidedAt()),
                allowed.policyVersion(),
                allowed.flags(),
                allowed.absorbed(),
                allowed.heldMillis(),
                allowed.bypass().orElse(null));
    }

    static DebouncedMessage debounced(Debounced debounced) {
        return new DebouncedMessage(
                AvroRecords.inbound(debounced.message()),
                Instant.ofEpochMilli(debounced.decidedAt()),
                debounced.policyVersion(),
                DebounceReason.valueOf(debounced.cause().name()),
                debounced.by());
    }

    static BlockedMessage blocked(Blocked blocked) {
        return new BlockedMessage(
                AvroRecords.inbound(blocked.message()),
                Instant.ofEpochMilli(blocked.decidedAt()),
                blocked.policyVersion(),
                Reason.valueOf(blocked.reason().name()),
                blocked.rule().orElse(null),
                blocked.detail(),
                AvroRecords.instant(blocked.retryAt()),
                blocked.penalty().map(AvroVerdicts::penalty).orElse(null),
                blocked.notice().orElse(null));
    }

    static SenderPenalty audit(AuditEvent event) {
        SenderPenalty entry = new SenderPenalty();
        entry.setSubject(event.subject());
        entry.setAt(Instant.ofEpochMilli(event.at()));
        if (event instanceof Violation violation) {
            entry.setEvent(AuditEventType.VIOLATION);
            entry.setRule(violation.rule());
            entry.setStrikes(violation.strikes());
            entry.setMessageId(violation.messageId());
        } else if (event instanceof Punishment punishment) {
            entry.setEvent(AuditEventType.PENALTY);
            entry.setRule(punishment.rule().orElse(null));
            entry.setStrikes(punishment.strikes());
            entry.setKind(kind(punishment.penalty()));
            entry.setUntil(AvroRecords.instant(punishment.penalty().until()));
            entry.setMessageId(punishment.messageId());
        } else if (event instanceof Pardon pardon) {
            entry.setEvent(AuditEventType.PARDON);
            entry.setStrikes(pardon.strikes());
        } else if (event instanceof ProviderBackoff backoff) {
            entry.setEvent(AuditEventType.PROVIDER_BACKOFF);
            entry.setUntil(AvroRecords.instant(backoff.until()));
            entry.setMessageId(backoff.messageId());
        }
        return entry;
    }

    private static io.weirkeeper.events.Penalty penalty(Penalty penalty) {
        return new io.weirkeeper.events.Penalty(kind(penalty), AvroRecords.instant(penalty.until()), penalty.strikes());
    }

    private static PenaltyKind kind(Penalty penalty) {
        return PenaltyKind.valueOf(penalty.kind().name());
    }
}
