package io.weirkeeper.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes verdicts as they stand on the topics in the form of the lines of {@code weir simulate}. */
final class VerdictRecords {
    private static final List<String> FIELDS = List.of(
            "reason",
            "rule",
            "detail",
            "retryAt",
            "penalty",
            "notice",
            "flags",
            "by",
            "absorbed",
            "heldMillis",
            "bypass");

    private VerdictRecords() {}

    /**
     * The line for a record.
     *
     * @param verdict what the topic stands for
     */
    static String line(String verdict, String json) {
        JsonNode value = TraceLine.read(json);
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("at", value.path("decidedAt"));
        line.put("verdict", verdict);
        line.set("id", value.path("message").path("id"));
        line.set("sender", value.path("message").path("sender"));
        for (String field : FIELDS) {
            JsonNode part = value.path(field);
            boolean saysNothing = part.isMissingNode()
                    || part.isNull()
                    || (part.isArray() && part.isEmpty())
                    || (field.equals("heldMillis") && part.asLong() == 0);
            if (!saysNothing) {
                line.set(field, part);
            }
        }
        return line.toString();
    }
}
