package io.weirkeeper.events.wire;

import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.AuditEvent.Pardon;
import io.weirkeeper.core.verdict.AuditEvent.ProviderBackoff;
import io.weirkeeper.core.verdict.AuditEvent.Punishment;
import io.weirkeeper.core.verdict.AuditEvent.Violation;
import java.io.IOException;

/** SenderPenalty in JSON. */
final class AuditJson {

    private AuditJson() {}

    static void write(AuditEvent event, JsonObjects json) throws IOException {
        json.text("subject", event.subject());
        json.time("at", event.at());
        if (event instanceof Violation violation) {
            json.text("event", "VIOLATION");
            json.text("rule", violation.rule());
            json.number("strikes", violation.strikes());
            json.text("messageId", violation.messageId());
        } else if (event instanceof Punishment punishment) {
            json.text("event", "PENALTY");
            json.text("rule", punishment.rule());
            json.number("strikes", punishment.strikes());
            json.text("kind", punishment.penalty().kind().name());
            json.time("until", punishment.penalty().until());
            json.text("messageId", punishment.messageId());
        } else if (event instanceof Pardon pardon) {
            json.text("event", "PARDON");
            json.number("strikes", pardon.strikes());
        } else if (event instanceof ProviderBackoff backoff) {
            json.text("event", "PROVIDER_BACKOFF");
            json.time("until", backoff.until());
            json.text("messageId", backoff.messageId());
        }
    }
}
