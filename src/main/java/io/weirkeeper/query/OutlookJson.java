package io.weirkeeper.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.weirkeeper.core.gate.Outlook;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.events.wire.VerdictLine;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What would become of a message, in JSON: like a line of {@code weir simulate}. */
final class OutlookJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutlookJson() {}

    /**
     * As it is answered.
     *
     * @param at when it was asked, epoch milliseconds
     */
    static ObjectNode write(Outlook outlook, long at) {
        if (outlook instanceof Outlook.Decided decided) {
            return line(decided.verdict());
        }
        if (outlook instanceof Outlook.Onward onward) {
            return line(onward.allowed()).put("next", onward.next().label());
        }
        return waits((Outlook.Waits) outlook, at);
    }

    private static ObjectNode waits(Outlook.Waits waits, long at) {
        Candidate candidate = waits.held().candidate();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", IsoTime.format(at))
                .put("verdict", "HELD")
                .put("id", candidate.message().id())
                .put("sender", candidate.message().sender())
                .put("for", waits.held().stage() instanceof Held.InQueue ? "room" : "quiet")
                .put("dueAt", IsoTime.format(waits.dueAt()));
        if (!candidate.flags().isEmpty()) {
            candidate.flags().forEach(json.putArray("flags")::add);
        }
        return json;
    }

    private static ObjectNode line(Verdict verdict) {
        try (TokenBuffer buffer = new TokenBuffer(JSON, false)) {
            buffer.writeStartObject();
            VerdictLine.write(verdict, buffer);
            buffer.writeEndObject();
            return JSON.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }
}
