package io.weirkeeper.events.wire;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.AuditEvent.Punishment;
import io.weirkeeper.core.verdict.AuditEvent.Violation;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.AuditEventType;
import io.weirkeeper.events.BlockedMessage;
import io.weirkeeper.events.ControlType;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.PenaltyKind;
import io.weirkeeper.events.Reason;
import io.weirkeeper.events.SenderPenalty;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the core works with, as the classes that Avro generates from the schemas. */
final class AvroRecords {

    private AvroRecords() {}

    /** Attributes in the order of their keys: the same message always gives the same bytes. */
    static InboundMessage inbound(Message message) {
        OptionalInt priority = message.priority();
        return new InboundMessage(
                message.id(),
                message.channel(),
                message.sender(),
                message.recipient().orElse(null),
                message.user().orElse(null),
                message.conversation().orElse(null),
                message.command().orElse(null),
                message.address().orElse(null),
                message.language().orElse(null),
                priority.isPresent() ? (Integer) priority.getAsInt() : null,
                message.body(),
                Instant.ofEpochMilli(message.sentAt()),
                message.attributes().size() > 1 ? new TreeMap<>(message.attributes()) : message.attributes());
    }

    static io.weirkeeper.events.ControlEvent control(ControlEvent event) {
        return new io.weirkeeper.events.ControlEvent(
                event.id(),
                Instant.ofEpochMilli(event.at()),
                event.by().orElse(null),
                ControlType.valueOf(event.type().label()),
                event.subject(),
                event.reason().orElse(null),
                instant(event.until()));
    }

    static AllowedMessage allowed(Allowed allowed) {
        return new AllowedMessage(
                inbound(allowed.message()),
                Instant.ofEpochMilli(allowed.decidedAt()),
                allowed.policyVersion(),
                allowed.flags(),
                List.of(),
                0L,
                allowed.bypass().orElse(null));
    }

    static BlockedMessage blocked(Blocked blocked) {
        return new BlockedMessage(
                inbound(blocked.message()),
                Instant.ofEpochMilli(blocked.decidedAt()),
                blocked.policyVersion(),
                Reason.valueOf(blocked.reason().name()),
                blocked.rule().orElse(null),
                blocked.detail(),
                instant(blocked.retryAt()),
                blocked.penalty().map(AvroRecords::penalty).orElse(null),
                blocked.notice().orElse(null));
    }

    static SenderPenalty audit(AuditEvent event) {
        SenderPenalty entry = new SenderPenalty();
        entry.setSubject(event.subject());
        entry.setAt(Instant.ofEpochMilli(event.at()));
        entry.setStrikes(event.strikes());
        if (event instanceof Violation violation) {
            entry.setEvent(AuditEventType.VIOLATION);
            entry.setRule(violation.rule());
            entry.setMessageId(violation.messageId());
        } else if (event instanceof Punishment punishment) {
            entry.setEvent(AuditEventType.PENALTY);
            entry.setRule(punishment.rule().orElse(null));
            entry.setKind(kind(punishment.penalty()));
            entry.setUntil(instant(punishment.penalty().until()));
            entry.setMessageId(punishment.messageId());
        } else {
            entry.setEvent(AuditEventType.PARDON);
        }
        return entry;
    }

    private static io.weirkeeper.events.Penalty penalty(Penalty penalty) {
        return new io.weirkeeper.events.Penalty(kind(penalty), instant(penalty.until()), penalty.strikes());
    }

    private static PenaltyKind kind(Penalty penalty) {
        return PenaltyKind.valueOf(penalty.kind().name());
    }

    private static @Nullable Instant instant(OptionalLong millis) {
        return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : null;
    }
}
