package io.weirkeeper.events.wire;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.events.ControlEvent;
import io.weirkeeper.events.InboundMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What Avro has read, on its way to the core. */
final class AvroDrafts {

    private AvroDrafts() {}

    static MessageDraft message(InboundMessage inbound) {
        Integer priority = inbound.getPriority();
        MessageDraft draft = new MessageDraft();
        draft.id = Optional.of(inbound.getId());
        draft.channel = Optional.of(inbound.getChannel());
        draft.sender = Optional.of(inbound.getSender());
        draft.recipient = Optional.ofNullable(inbound.getRecipient());
        draft.user = Optional.ofNullable(inbound.getUser());
        draft.conversation = Optional.ofNullable(inbound.getConversation());
        draft.command = Optional.ofNullable(inbound.getCommand());
        draft.address = Optional.ofNullable(inbound.getAddress());
        draft.language = Optional.ofNullable(inbound.getLanguage());
        draft.priority = priority == null ? OptionalInt.empty() : OptionalInt.of(priority);
        draft.body = Optional.of(inbound.getBody());
        draft.sentAt = OptionalLong.of(inbound.getSentAt().toEpochMilli());
        draft.attributes = inbound.getAttributes();
        return draft;
    }

    static ControlDraft control(ControlEvent event) {
        ControlDraft draft = new ControlDraft();
        draft.id = Optional.of(event.getId());
        draft.at = OptionalLong.of(event.getAt().toEpochMilli());
        draft.by = Optional.ofNullable(event.getBy());
        draft.type = Optional.of(event.getType().name());
        draft.sender = Optional.ofNullable(event.getSender());
        draft.reason = Optional.ofNullable(event.getReason());
        draft.until = millis(event.getUntil());
        return draft;
    }

    static DeliveryDraft delivery(io.weirkeeper.events.DeliveryReport report) {
        DeliveryDraft draft = new DeliveryDraft();
        draft.messageId = Optional.of(report.getMessageId());
        draft.recipient = Optional.of(report.getRecipient());
        draft.status = Optional.of(report.getStatus().name());
        draft.errorKind = Optional.ofNullable(report.getErrorKind()).map(Enum::name);
        draft.error = Optional.ofNullable(report.getError());
        draft.at = OptionalLong.of(report.getAt().toEpochMilli());
        return draft;
    }

    /** As it is: only we write candidates. */
    static Candidate candidate(io.weirkeeper.events.Candidate candidate) {
        return new Candidate(
                message(candidate.getMessage()).complete(),
                Tier.valueOf(candidate.getTier().name()),
                candidate.getRank(),
                candidate.getArrivedAt().toEpochMilli(),
                candidate.getFlags(),
                candidate.getAbsorbed(),
                millis(candidate.getNoticeAt()));
    }

    /** As it is, too: it was checked before. */
    static DeliveryReport report(io.weirkeeper.events.DeliveryReport report) {
        return new DeliveryReport(
                report.getMessageId(),
                report.getRecipient(),
                DeliveryReport.Status.valueOf(report.getStatus().name()),
                Optional.ofNullable(report.getErrorKind()).map(kind -> DeliveryReport.ErrorKind.valueOf(kind.name())),
                Optional.ofNullable(report.getError()),
                report.getAt().toEpochMilli());
    }

    private static OptionalLong millis(@Nullable Instant time) {
        return time == null ? OptionalLong.empty() : OptionalLong.of(time.toEpochMilli());
    }
}
