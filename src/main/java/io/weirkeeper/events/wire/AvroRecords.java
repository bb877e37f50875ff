package io.weirkeeper.events.wire;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.events.ControlType;
import io.weirkeeper.events.DeliveryStatus;
import io.weirkeeper.events.ErrorKind;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.Tier;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What comes in and what travels between gates, as the classes that Avro generates from the schemas. */
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
                event.subject().orElse(null),
                event.reason().orElse(null),
                instant(event.until()));
    }

    static io.weirkeeper.events.DeliveryReport report(DeliveryReport report) {
        return new io.weirkeeper.events.DeliveryReport(
                report.messageId(),
                report.recipient(),
                DeliveryStatus.valueOf(report.status().name()),
                report.errorKind().map(kind -> ErrorKind.valueOf(kind.name())).orElse(null),
                report.error().orElse(null),
                Instant.ofEpochMilli(report.at()));
    }

    static io.weirkeeper.events.Candidate candidate(Candidate candidate) {
        return new io.weirkeeper.events.Candidate(
                inbound(candidate.message()),
                Tier.valueOf(candidate.tier().name()),
                candidate.rank(),
                Instant.ofEpochMilli(candidate.arrivedAt()),
                candidate.flags(),
                candidate.absorbed(),
                instant(candidate.noticeAt()));
    }

    static @Nullable Instant instant(OptionalLong millis) {
        return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : null;
    }
}
