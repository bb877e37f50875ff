package io.weirkeeper.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.IsoTime;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;

/** Writes verdicts as JSON lines; what has no value is left out. */
public final class VerdictLines implements AutoCloseable {
    private final JsonGenerator json;

    public VerdictLines(OutputStream out) throws IOException {
        this.json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
    }

    /** Writes one line. */
    public void write(Verdict verdict) throws IOException {
        write(verdict, List.of());
    }

    /**
     * Writes one line with what the checks said of the message.
     *
     * @param checks for people; left out if there is nothing
     */
    public void write(Verdict verdict, List<String> checks) throws IOException {
        json.writeStartObject();
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
        writeTexts("checks", checks);
        json.writeEndObject();
        json.writeRaw('\n');
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
        writeTexts("flags", allowed.flags());
        writeTexts("absorbed", allowed.absorbed());
        if (allowed.heldMillis() != 0) {
            json.writeNumberField("heldMillis", allowed.heldMillis());
        }
        if (allowed.bypass().isPresent()) {
            json.writeStringField("bypass", allowed.bypass().get());
        }
    }

    private void writeTexts(String name, List<String> texts) throws IOException {
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

    @Override
    public void close() throws IOException {
        json.close();
    }
}
