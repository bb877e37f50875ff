package io.weirkeeper.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server of Kubernetes would say against a manifest. Kinds of its own are read by its Java client: the YAML reader refuses
 * unknown fields and wrong types, the model's validator missing fields. Custom kinds are held against the schemas beside the tests.
 */
final class ManifestCheck {
    private static final Path SCHEMAS = Path.of("src/test/resources/crds");

    private ManifestCheck() {}

    /** Nothing if it is valid. */
    static List<String> problems(Manifest manifest) throws IOException {
        Path schema = SCHEMAS.resolve(manifest.kind() + ".json");
        return Files.exists(schema) ? bySchema(manifest, schema) : byClient(manifest);
    }

    private static List<String> bySchema(Manifest manifest, Path schema) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(schema), InputFormat.JSON)
                .validate(manifest.content().toString(), InputFormat.JSON)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The reader takes "10" for a number and any text for a truth value; Kubernetes does not. */
    private static void compare(String at, JsonNode written, JsonNode understood, List<String> problems) {
        if (written.isValueNode() && !written.equals(understood)) {
            problems.add(at + ": " + written + " is understood as " + understood);
        }
        written.properties()
                .forEach(field -> compare(
                        at + '/' + field.getKey(), field.getValue(), understood.path(field.getKey()), problems));
        for (int i = 0; written.isArray() && i < written.size(); i++) {
            compare(at + '/' + i, written.path(i), understood.path(i), problems);
        }
    }

    private static List<String> byClient(Manifest manifest) {
        String text = manifest.content().toString();
        try {
            Object model = Yaml.load(text);
            model.getClass()
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(text));
            List<String> problems = new ArrayList<>();
            compare("", manifest.content(), new ObjectMapper().readTree(JSON.serialize(model)), problems);
            return problems;
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            return List.of(e.toString());
        }
    }
}
