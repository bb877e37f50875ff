package io.weirkeeper.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One resource of Kubernetes as a file says it. */
public record Manifest(JsonNode content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All documents of a file. */
    public static List<Manifest> read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static List<Manifest> parse(String yaml) {
        List<Manifest> manifests = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(yaml)
                .forEach(document -> manifests.add(new Manifest(JSON.valueToTree(document))));
        return manifests;
    }

    public String kind() {
        return text("/kind");
    }

    public String name() {
        return text("/metadata/name");
    }

    /** What stands at a JSON pointer; empty if nothing does. */
    public String text(String pointer) {
        return content.at(pointer).asText();
    }

    /** The elements of a list at a JSON pointer. */
    public Stream<JsonNode> list(String pointer) {
        return StreamSupport.stream(content.at(pointer).spliterator(), false);
    }

    /** The first container of a workload. */
    public JsonNode container() {
        return content.at("/spec/template/spec/containers/0");
    }

    /** The variables that are written down with their values. */
    public Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        container()
                .path("env")
                .forEach(entry -> environment.put(
                        entry.path("name").asText(), entry.path("value").asText()));
        return environment;
    }

    @Override
    public String toString() {
        return kind() + ' ' + name();
    }
}
