package io.weirkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Prints verdicts for people: one line each, with what matters. */
public final class VerdictPrinter {
    private static final int LONGEST_TEXT = 60;

    private final Topics topics;
    private final WireFormat format;
    private final PrintWriter out;
    private final ObjectMapper json = new ObjectMapper();

    public VerdictPrinter(Topics topics, WireFormat format, PrintWriter out) {
        this.topics = topics;
        this.format = format;
        this.out = out;
    }

    /** Prints one record of a topic with verdicts. */
    public void print(ConsumerRecord<String, byte[]> record) {
        try {
            out.println(line(record.topic(), json.readTree(format.json(record.topic(), record.value()))));
        } catch (IOException | IllegalArgumentException e) {
            out.println(unreadable(record));
        }
        out.flush();
    }

    /** Prints one record whole, in JSON. */
    public void printRaw(ConsumerRecord<String, byte[]> record) {
        try {
            out.println(new String(format.json(record.topic(), record.value()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            out.println(unreadable(record));
        }
        out.flush();
    }

    private static String unreadable(ConsumerRecord<String, byte[]> record) {
        return record.topic() + " " + record.partition() + "-" + record.offset()
                + ": not in the format of the settings";
    }

    private String line(String topic, JsonNode verdict) {
        JsonNode message = verdict.path("message");
        String start = verdict.path("decidedAt").asText() + "  " + word(topic) + "  "
                + shortened(message.path("sender").asText()) + "  ";
        String why = verdict.has("reason")
                ? verdict.path("reason").asText() + rule(verdict) + by(verdict) + penalty(verdict.path("penalty"))
                        + "  "
                : "";
        return start + why + shortened(message.path("body").asText());
    }

    private String word(String topic) {
        if (topic.equals(topics.allowedMessages())) {
            return Terminal.Colour.GREEN.of("ALLOWED  ");
        }
        return topic.equals(topics.blockedMessages())
                ? Terminal.Colour.RED.of("BLOCKED  ")
                : Terminal.Colour.YELLOW.of("DEBOUNCED");
    }

    private static String rule(JsonNode verdict) {
        return verdict.has("rule") ? " (" + verdict.path("rule").asText() + ")" : "";
    }

    /** The message that stands for a debounced one. */
    private static String by(JsonNode verdict) {
        return verdict.has("by") ? " by " + shortened(verdict.path("by").asText()) : "";
    }

    private static String penalty(JsonNode penalty) {
        if (penalty.isMissingNode()) {
            return "";
        }
        String until = penalty.has("until") ? " until " + penalty.path("until").asText() : "";
        return " -> " + penalty.path("kind").asText() + until;
    }

    /** On one line, without what could steer a terminal. */
    private static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cc}+", " ");
        return oneLine.length() <= LONGEST_TEXT ? oneLine : oneLine.substring(0, LONGEST_TEXT) + "...";
    }
}
