package io.weirkeeper.events.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A verdict as people read it: without the message but for its id and sender; what has no value is left out. */
public final class VerdictLine {
    private final JsonGenerator json;

    private VerdictLine(JsonGenerator json) {
        this.json = json;
    }

    /** Writes its fields into the object that has been begun. */
    public static void write(Verdict verdict, JsonGenerator json) throws IOException {
        new VerdictLine(json).write(verdict);
    }

    private void write(Verdict verdict) throws IOException {
        json.writeStringField("at", IsoTime.format(verdict.decidedAt()));
        json.writeStringField("verdict", word(verdict));
        json.writeStringField("id", verdict.message().id());
        json.writeStringField("sender", verdict.message().sender());
        if (verdict instanceof Blocked blocked) {
            writeBlocked(blocked);
        } else if (verdict instanceof Debounced debounced) {
            json.writeStringField("reason", debounced.cause().name());
            json.writeStringField("by", debounced.by());
        } else if (verdict instanceof Allowed allowed) {
            writeAllowed(allowed);
        }
    }

    private static String word(Verdict verdict) {
        if (verdict instanceof Allowed) {
            return "ALLOWED";
        }
        return verdict instanceof Debounced ? "DEBOUNCED" : "BLOCKED";
    }

    private void writeBlocked(Blocked blocked) throws IOException {
        json.writeStringField("reason", blocked.reason().name());
        if (blocked.rule().isPresent()) {
            json.writeStringField("rule", blocked.rule().get());
        }
        json.writeStringField("detail", blocked.detail());
        writeTime("retryAt", blocked.retryAt());
        if (blocked.penalty().isPresent()) {
            writePenalty(blocked.penalty().get());
        }
        if (blocked.notice().isPresent()) {
            json.writeStringField("notice", blocked.notice().get());
        }
    }

    private void writePenalty(Penalty penalty) throws IOException {
        json.writeObjectFieldStart("penalty");
        json.writeStringField("kind", penalty.kind().name());
        writeTime("until", penalty.until());
        json.writeNumberField("strikes", penalty.strikes());
        json.writeEndObject();
    }

    private void writeAllowed(Allowed allowed) throws IOException {
        writeTexts("flags", allowed.flags(), json);
        writeTexts("absorbed", allowed.absorbed(), json);
        if (allowed.heldMillis() != 0) {
            json.writeNumberField("heldMillis", allowed.heldMillis());
        }
        if (allowed.bypass().isPresent()) {
            json.writeStringField("bypass", allowed.bypass().get());
        }
    }

    /** Writes a list of texts unless it is empty. */
    public static void writeTexts(String name, List<String> texts, JsonGenerator json) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private void writeTime(String name, OptionalLong time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, IsoTime.format(time.getAsLong()));
        }
    }
}
