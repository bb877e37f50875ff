package io.weirkeeper.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A compose file with its merge keys ({@code <<}) resolved. */
public record ComposeFile(JsonNode content) {
    static final Path PATH = Path.of("docker-compose.yml");

    private static final Path SPECIFICATION = Path.of("src/test/resources/compose-spec/compose-spec.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The one of this project. */
    public static ComposeFile ours() throws IOException {
        return parse(Files.readString(PATH));
    }

    static ComposeFile parse(String yaml) {
        return new ComposeFile(
                JSON.valueToTree(merged(new Load(LoadSettings.builder().build()).loadFromString(yaml))));
    }

    /** YAML 1.2 has no merge keys, but compose files do: what is written beside one wins over what it brings. */
    private static Object merged(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ComposeFile::merged).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, Object> all = new LinkedHashMap<>();
        if (map.containsKey("<<")) {
            all.putAll((Map<?, ?>) merged(map.get("<<")));
        }
        map.forEach((key, entry) -> {
            if (!"<<".equals(key)) {
                all.put(key, entry == null ? null : merged(entry));
            }
        });
        return all;
    }

    /** What the schema of the Compose Specification says against it. */
    List<String> problems() throws IOException {
        ObjectNode specification = (ObjectNode) JSON.readTree(Files.readString(SPECIFICATION));
        specification.remove("$schema"); // see the README beside it
        withoutIds(specification);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(specification.toString(), InputFormat.JSON);
        return schema.validate(text(content), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static void withoutIds(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("id").isTextual()) {
            object.remove("id");
        }
        node.forEach(ComposeFile::withoutIds);
    }

    private static String text(JsonNode node) throws JsonProcessingException {
        return JSON.writeValueAsString(node);
    }

    public Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        content.path("services").properties().forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    /** Those that run our image. */
    public Map<String, JsonNode> ours(String command) {
        Map<String, JsonNode> ours = new TreeMap<>(services());
        ours.values()
                .removeIf(service -> !service.has("build")
                        || !service.path("command").path(0).asText().equals(command));
        return ours;
    }

    /** The environment of a service. */
    public static Map<String, String> environment(JsonNode service) {
        Map<String, String> environment = new TreeMap<>();
        service.path("environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        return environment;
    }

    /** A list of strings, such as command, ports or volumes. */
    public static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
