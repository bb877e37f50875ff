package io.weirkeeper.core.message;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One inbound event. Ids, senders and all other fields are opaque text; nothing is read into their form.
 *
 * @param id identifies the message among those of its subject
 * @param channel where it came from ("sms", "whatsapp", ...)
 * @param sender who sent it
 * @param recipient to whom
 * @param user a person who may use several senders
 * @param conversation the chat, room or thread
 * @param command what the sender asks of the bot, if the producer could tell
 * @param address the client's IP address
 * @param language a language tag
 * @param priority 0 to 9, 9 is the most urgent
 * @param body the text; empty for media
 * @param sentAt epoch milliseconds by the producer's clock; not used to judge
 * @param attributes anything else; passed on, never judged
 */
public record Message(
        String id,
        String channel,
        String sender,
        Optional<String> recipient,
        Optional<String> user,
        Optional<String> conversation,
        Optional<String> command,
        Optional<String> address,
        Optional<String> language,
        OptionalInt priority,
        String body,
        long sentAt,
        Map<String, String> attributes) {

    /** The longest body, in bytes of UTF-8. */
    public static final int LONGEST_BODY = 64 * 1024;

    /** The highest priority that a message can name; 0 is the lowest. */
    public static final int HIGHEST_PRIORITY = 9;

    public Message {
        if (priority.isPresent() && (priority.getAsInt() < 0 || priority.getAsInt() > HIGHEST_PRIORITY)) {
            throw new IllegalArgumentException("priority must be 0 to 9, not " + priority.getAsInt());
        }
        attributes = Map.copyOf(attributes);
    }

    /** A message with nothing but the fields that every message has. */
    public static Message of(String id, String channel, String sender, String body, long sentAt) {
        return new Message(
                id,
                channel,
                sender,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                body,
                sentAt,
                Map.of());
    }

    /** The same message under this id. */
    public Message withId(String name) {
        return new Message(
                name,
                channel,
                sender,
                recipient,
                user,
                conversation,
                command,
                address,
                language,
                priority,
                body,
                sentAt,
                attributes);
    }

    /** The same message with this command. */
    public Message withCommand(String name) {
        return new Message(
                id,
                channel,
                sender,
                recipient,
                user,
                conversation,
                Optional.of(name),
                address,
                language,
                priority,
                body,
                sentAt,
                attributes);
    }

    /** The same message with this text. */
    public Message withBody(String text) {
        return new Message(
                id,
                channel,
                sender,
                recipient,
                user,
                conversation,
                command,
                address,
                language,
                priority,
                text,
                sentAt,
                attributes);
    }
}
