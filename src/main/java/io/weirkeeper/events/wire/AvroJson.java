package io.weirkeeper.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Avro records as the JSON that {@link JsonFormat} writes: nothing for what is null, times as {@link IsoTime}. */
final class AvroJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AvroJson() {}

    static ObjectNode of(SpecificRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Optional.ofNullable(record.get(field.pos())).ifPresent(value -> object.set(field.name(), of(value)));
        }
        return object;
    }

    private static JsonNode of(Object value) {
        if (value instanceof SpecificRecord record) {
            return of(record);
        } else if (value instanceof Instant time) {
            return JSON.textNode(IsoTime.format(time.toEpochMilli()));
        } else if (value instanceof Integer number) {
            return JSON.numberNode(number);
        } else if (value instanceof Long number) {
            return JSON.numberNode(number);
        } else if (value instanceof List<?> values) {
            ArrayNode array = JSON.arrayNode();
            values.forEach(one -> array.add(of(one)));
            return array;
        } else if (value instanceof Map<?, ?> values) {
            ObjectNode object = JSON.objectNode();
            values.forEach((key, one) -> object.set(key.toString(), of(one)));
            return object;
        }
        return JSON.textNode(value.toString());
    }
}
