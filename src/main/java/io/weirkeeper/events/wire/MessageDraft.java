package io.weirkeeper.events.wire;

import io.weirkeeper.core.message.Message;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A message as it was read, in whatever encoding, before it is held against what every message must fulfil. */
final class MessageDraft {
    private static final String UNKNOWN_CHANNEL = "unknown";

    Optional<String> id = Optional.empty();
    Optional<String> channel = Optional.empty();
    Optional<String> sender = Optional.empty();
    Optional<String> recipient = Optional.empty();
    Optional<String> user = Optional.empty();
    Optional<String> conversation = Optional.empty();
    Optional<String> command = Optional.empty();
    Optional<String> address = Optional.empty();
    Optional<String> language = Optional.empty();
    OptionalInt priority = OptionalInt.empty();
    Optional<String> body = Optional.empty();
    OptionalLong sentAt = OptionalLong.empty();
    Map<String, String> attributes = Map.of();

    /** The message, checked, with what may be missing filled in from where it was read. */
    Message checked(RecordOrigin origin) throws InvalidRecord {
        Names.requireSender(sender);
        checkBody();
        checkNames();
        if (priority.isPresent() && (priority.getAsInt() < 0 || priority.getAsInt() > Message.HIGHEST_PRIORITY)) {
            throw InvalidRecord.field("priority", "must be 0 to " + Message.HIGHEST_PRIORITY);
        }
        id = Optional.of(Names.idOr(id, origin));
        channel = Optional.of(channel.orElse(UNKNOWN_CHANNEL));
        sentAt = OptionalLong.of(sentAt.orElse(origin.timestamp()));
        return complete();
    }

    /** The message when nothing is missing; for what we have written ourselves. */
    Message complete() {
        return new Message(
                id.orElseThrow(),
                channel.orElseThrow(),
                sender.orElseThrow(),
                recipient,
                user,
                conversation,
                command,
                address,
                language,
                priority,
                body.orElseThrow(),
                sentAt.orElseThrow(),
                attributes);
    }

    private void checkBody() throws InvalidRecord {
        if (body.isEmpty()) {
            throw new InvalidRecord(Defect.MISSING_BODY, "body: missing");
        }
        if (Text.exceeds(body.get(), WireFormat.LARGEST_BODY)) {
            throw new InvalidRecord(Defect.BODY_TOO_LARGE, "body: longer than " + WireFormat.LARGEST_BODY + " bytes");
        }
    }

    private void checkNames() throws InvalidRecord {
        Names.requireBounded("id", id);
        Names.requireBounded("channel", channel);
        Names.requireBounded("sender", sender);
        Names.requireBounded("recipient", recipient);
        Names.requireBounded("user", user);
        Names.requireBounded("conversation", conversation);
        Names.requireBounded("command", command);
        Names.requireBounded("address", address);
        Names.requireBounded("language", language);
    }
}
