package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages for produce.js, and what a responder must find in the verdicts on them. */
final class NodeMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FROM_ONE = "+15550199";
    private static final long SENT_AT = 1_700_000_000_123L;
    private static final List<String> NULLABLE =
            List.of("recipient", "user", "conversation", "command", "address", "language", "priority");

    private NodeMessages() {}

    /**
     * By id.
     *
     * @param calm so many from senders of their own, every second with all fields, the others with the least there may be
     * @param fromOne so many more from one sender
     */
    static Map<String, ObjectNode> of(int calm, int fromOne) {
        Map<String, ObjectNode> messages = new LinkedHashMap<>();
        for (int i = 0; i < calm; i++) {
            ObjectNode message = least("calm-" + i, "+1555" + (1_000 + i));
            messages.put("calm-" + i, i % 2 == 0 ? full(message) : message);
        }
        for (int i = 0; i < fromOne; i++) {
            messages.put("one-" + i, least("one-" + i, FROM_ONE).putNull("language"));
        }
        return messages;
    }

    private static ObjectNode least(String id, String sender) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("sender", sender)
                .put("body", "¿qué tal? 👋 " + id);
    }

    private static ObjectNode full(ObjectNode message) {
        message.put("channel", "whatsapp")
                .put("recipient", "+15550000")
                .put("user", "ana")
                .put("conversation", "c-1")
                .put("command", "SALDO")
                .put("address", "192.0.2.7")
                .put("language", "es")
                .put("priority", 9)
                .put("sentAt", SENT_AT);
        message.putObject("attributes").put("smsc", "7").put("país", "ES");
        return message;
    }

    /** That a verdict carries the message as it was sent, and its defaults where nothing was. */
    static void assertSame(JsonNode line, Map<String, ObjectNode> sent) {
        JsonNode message = line.at("/verdict/message");
        ObjectNode expected = Optional.ofNullable(sent.get(message.path("id").asText()))
                .orElseThrow()
                .deepCopy();
        NULLABLE.stream().filter(name -> !expected.has(name)).forEach(expected::putNull);
        if (!expected.has("channel")) {
            expected.put("channel", "unknown").putObject("attributes");
            assertThat(message.path("sentAt").asLong()).isGreaterThan(SENT_AT);
            expected.set("sentAt", message.path("sentAt"));
        }
        assertThat(message).isEqualTo(reread(expected));
        assertThat(line.path("key").asText()).isEqualTo(message.path("sender").asText());
    }

    /** Numbers as they are read: Jackson tells an int from a long that is the same. */
    private static JsonNode reread(JsonNode json) {
        try {
            return JSON.readTree(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
