package io.weirkeeper.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.VerdictLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

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
        VerdictLine.write(verdict, json);
        VerdictLine.writeTexts("checks", checks, json);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
