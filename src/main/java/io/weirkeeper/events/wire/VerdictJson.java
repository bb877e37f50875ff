package io.weirkeeper.events.wire;

import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Verdict;
import java.io.IOException;

/** AllowedMessage, DebouncedMessage and BlockedMessage in JSON. */
final class VerdictJson {

    private VerdictJson() {}

    static void write(Verdict verdict, JsonObjects json) throws IOException {
        json.begin("message");
        MessageJson.write(verdict.message(), json);
        json.end();
        json.time("decidedAt", verdict.decidedAt());
        json.number("policyVersion", verdict.policyVersion());
        if (verdict instanceof Allowed allowed) {
            writeRest(allowed, json);
        } else if (verdict instanceof Debounced debounced) {
            writeRest(debounced, json);
        } else if (verdict instanceof Blocked blocked) {
            writeRest(blocked, json);
        }
    }

    private static void writeRest(Allowed allowed, JsonObjects json) throws IOException {
        json.texts("flags", allowed.flags());
        json.texts("absorbed", allowed.absorbed());
        json.number("heldMillis", allowed.heldMillis());
        json.text("bypass", allowed.bypass());
    }

    private static void writeRest(Debounced debounced, JsonObjects json) throws IOException {
        json.text("reason", debounced.cause().name());
        json.text("by", debounced.by());
    }

    private static void writeRest(Blocked blocked, JsonObjects json) throws IOException {
        json.text("reason", blocked.reason().name());
        json.text("rule", blocked.rule());
        json.text("detail", blocked.detail());
        json.time("retryAt", blocked.retryAt());
        if (blocked.penalty().isPresent()) {
            Penalty penalty = blocked.penalty().get();
            json.begin("penalty");
            json.text("kind", penalty.kind().name());
            json.time("until", penalty.until());
            json.number("strikes", penalty.strikes());
            json.end();
        }
        json.text("notice", blocked.notice());
    }
}
