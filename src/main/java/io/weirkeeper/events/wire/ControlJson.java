package io.weirkeeper.events.wire;

import io.weirkeeper.core.standing.ControlEvent;
import java.io.IOException;

/** ControlEvent in JSON. */
final class ControlJson {

    private ControlJson() {}

    static ControlEvent read(JsonFields fields, RecordOrigin origin) throws IOException, InvalidRecord {
        ControlDraft draft = new ControlDraft();
        while (fields.next()) {
            switch (fields.name()) {
                case "id" -> draft.id = fields.text();
                case "at" -> draft.at = fields.time();
                case "by" -> draft.by = fields.text();
                case "type" -> draft.type = fields.text();
                case "sender" -> draft.sender = fields.text();
                case "reason" -> draft.reason = fields.text();
                case "until" -> draft.until = fields.time();
                default -> fields.skip();
            }
        }
        return draft.checked(origin);
    }

    static void write(ControlEvent event, JsonObjects json) throws IOException {
        json.text("id", event.id());
        json.time("at", event.at());
        json.text("by", event.by());
        json.text("type", event.type().label());
        json.text("sender", event.subject());
        json.text("reason", event.reason());
        json.time("until", event.until());
    }
}
