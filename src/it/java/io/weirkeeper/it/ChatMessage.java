package io.weirkeeper.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the chat in examples/.
 *
 * @param at epoch milliseconds
 */
record ChatMessage(String id, String sender, long at, String json) {
    private static final Path FILE = Path.of("examples", "irc-2000.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of them, moved in time so that the last one was a minute ago: brokers delete what is older than a week. */
    static List<ChatMessage> recent() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            lines.add(JSON.readTree(line));
        }
        long shift = Instant.now().minus(Duration.ofMinutes(1)).toEpochMilli() - at(lines.get(lines.size() - 1));
        return lines.stream()
                .map(line -> new ChatMessage(
                        line.path("id").textValue(),
                        line.path("sender").textValue(),
                        at(line) + shift,
                        line.toString()))
                .toList();
    }

    private static long at(JsonNode line) {
        return Instant.parse(line.path("sentAt").textValue()).toEpochMilli();
    }
}
