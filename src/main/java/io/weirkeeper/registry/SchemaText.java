package io.weirkeeper.registry;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;

/** Schemas as registries have them. */
final class SchemaText {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How Java holds what was read: nothing that other languages want to know. */
    private static final List<String> JAVA_ONLY =
            List.of("avro.java.string", "java-class", "java-key-class", "java-element-class");

    private SchemaText() {}

    /** The schema without what only concerns Java, as it stands in avro/. */
    static Schema portable(Schema schema) {
        try {
            JsonNode json = JSON.readTree(schema.toString());
            strip(json);
            return parse(json.toString());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a schema that is not JSON", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_ONLY);
        }
        node.forEach(SchemaText::strip);
    }

    /**
     * Reads a schema.
     *
     * @throws AvroRuntimeException if it is none
     */
    static Schema parse(String text) {
        return new SchemaParser().parse(text).mainSchema();
    }

    /** Whether both write the same bytes: docs, defaults and aliases may differ. */
    static boolean sameBinary(Schema one, Schema other) {
        return SchemaNormalization.toParsingForm(one).equals(SchemaNormalization.toParsingForm(other));
    }
}
