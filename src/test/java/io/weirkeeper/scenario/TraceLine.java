package io.weirkeeper.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a trace as a record on a topic: its time is that of the line, its value what a producer would send.
 *
 * @param time epoch milliseconds
 */
record TraceLine(boolean isControl, long time, JsonNode value) {
    private static final JsonMapper JSON = new JsonMapper();

    static List<TraceLine> of(String trace) {
        List<TraceLine> lines = new ArrayList<>();
        trace.lines().forEach(line -> lines.add(of(read(line))));
        return lines;
    }

    private static TraceLine of(JsonNode line) {
        boolean isControl = line.has("control");
        String time = line.path(isControl ? "at" : "sentAt").asText();
        return new TraceLine(isControl, Instant.parse(time).toEpochMilli(), isControl ? line.path("control") : line);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
