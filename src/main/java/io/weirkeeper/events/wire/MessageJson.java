package io.weirkeeper.events.wire;

import io.weirkeeper.core.message.Message;
import java.io.IOException;

/** InboundMessage in JSON. */
final class MessageJson {

    private MessageJson() {}

    static Message read(JsonFields fields, RecordOrigin origin) throws IOException, InvalidRecord {
        MessageDraft draft = new MessageDraft();
        while (fields.next()) {
            switch (fields.name()) {
                case "id" -> draft.id = fields.text();
                case "channel" -> draft.channel = fields.text();
                case "sender" -> draft.sender = fields.text();
                case "recipient" -> draft.recipient = fields.text();
                case "user" -> draft.user = fields.text();
                case "conversation" -> draft.conversation = fields.text();
                case "command" -> draft.command = fields.text();
                case "address" -> draft.address = fields.text();
                case "language" -> draft.language = fields.text();
                case "priority" -> draft.priority = fields.number();
                case "body" -> draft.body = fields.text();
                case "sentAt" -> draft.sentAt = fields.time();
                case "attributes" -> draft.attributes = fields.texts();
                default -> fields.skip();
            }
        }
        return draft.checked(origin);
    }

    /** Writes the fields of a message into an object that has been begun. */
    static void write(Message message, JsonObjects json) throws IOException {
        json.text("id", message.id());
        json.text("channel", message.channel());
        json.text("sender", message.sender());
        json.text("recipient", message.recipient());
        json.text("user", message.user());
        json.text("conversation", message.conversation());
        json.text("command", message.command());
        json.text("address", message.address());
        json.text("language", message.language());
        if (message.priority().isPresent()) {
            json.number("priority", message.priority().getAsInt());
        }
        json.text("body", message.body());
        json.time("sentAt", message.sentAt());
        json.texts("attributes", message.attributes());
    }
}
