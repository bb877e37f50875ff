package io.weirkeeper.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.events.wire.IsoTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What stands on gate-lists beside a blocked address: nothing that the gate reads, but people do. Others may write there anything. */
final class AddressNote {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AddressNote() {}

    static byte[] written(String id, long at, Operators.Word word) {
        ObjectNode note = JSON.createObjectNode().put("id", id).put("at", IsoTime.format(at));
        word.by().ifPresent(by -> note.put("by", by));
        word.reason().ifPresent(reason -> note.put("reason", reason));
        try {
            return JSON.writeValueAsString(note).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    /** As much of it as can be read. */
    static Operators.Word read(byte[] value) {
        try {
            @Nullable JsonNode note = JSON.readTree(value);
            return new Operators.Word(text(note, "by"), text(note, "reason"), OptionalLong.empty());
        } catch (IOException e) {
            return new Operators.Word(Optional.empty(), Optional.empty(), OptionalLong.empty());
        }
    }

    private static Optional<String> text(@Nullable JsonNode note, String field) {
        return Optional.ofNullable(note)
                .map(all -> all.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
