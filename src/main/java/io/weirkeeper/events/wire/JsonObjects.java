package io.weirkeeper.events.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Writes the fields of JSON objects, in the order in which they are given. What has no value is left out. */
final class JsonObjects {
    private final JsonGenerator json;

    JsonObjects(JsonGenerator json) {
        this.json = json;
    }

    void begin() throws IOException {
        json.writeStartObject();
    }

    void begin(String field) throws IOException {
        json.writeObjectFieldStart(field);
    }

    void end() throws IOException {
        json.writeEndObject();
    }

    void text(String field, String text) throws IOException {
        json.writeFieldName(field);
        json.writeString(Text.wellFormed(text));
    }

    void text(String field, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            text(field, text.get());
        }
    }

    void number(String field, long number) throws IOException {
        json.writeNumberField(field, number);
    }

    void time(String field, long millis) throws IOException {
        json.writeStringField(field, IsoTime.format(millis));
    }

    void time(String field, OptionalLong millis) throws IOException {
        if (millis.isPresent()) {
            time(field, millis.getAsLong());
        }
    }

    void texts(String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(Text.wellFormed(text));
        }
        json.writeEndArray();
    }

    /** In the order of the keys: the same message always gives the same bytes. */
    void texts(String field, Map<String, String> texts) throws IOException {
        begin(field);
        for (Map.Entry<String, String> entry : (texts.size() > 1 ? new TreeMap<>(texts) : texts).entrySet()) {
            text(Text.wellFormed(entry.getKey()), entry.getValue());
        }
        end();
    }
}
