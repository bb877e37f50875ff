package io.weirkeeper.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.events.wire.IsoTime;
import java.nio.charset.StandardCharsets;

/** What stands on gate-lists beside a blocked address: nothing that the gate reads, but people do. */
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
}
