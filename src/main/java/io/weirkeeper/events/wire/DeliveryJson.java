package io.weirkeeper.events.wire;

import io.weirkeeper.core.delivery.DeliveryReport;
import java.io.IOException;

/** DeliveryReport in JSON. */
final class DeliveryJson {

    private DeliveryJson() {}

    static DeliveryReport read(JsonFields fields, RecordOrigin origin) throws IOException, InvalidRecord {
        DeliveryDraft draft = new DeliveryDraft();
        while (fields.next()) {
            switch (fields.name()) {
                case "messageId" -> draft.messageId = fields.text();
                case "recipient" -> draft.recipient = fields.text();
                case "status" -> draft.status = fields.text();
                case "errorKind" -> draft.errorKind = fields.text();
                case "error" -> draft.error = fields.text();
                case "at" -> draft.at = fields.time();
                default -> fields.skip();
            }
        }
        return draft.checked(origin);
    }
}
