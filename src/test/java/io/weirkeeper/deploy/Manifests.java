package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What is in deploy/k8s. */
public final class Manifests {
    public static final Path ROOT = Path.of("deploy/k8s");
    public static final Path BASE = ROOT.resolve("base");
    public static final Path DEV = ROOT.resolve("overlays/dev");
    public static final Path PRODUCTION = ROOT.resolve("overlays/production");

    private Manifests() {}

    /** The files that a kustomization names as its resources, and those of the kustomizations that it names, as they are written. */
    public static List<Manifest> written(Path kustomization) throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        for (JsonNode resource : file(kustomization).path("resources")) {
            Path path = kustomization.resolve(resource.asText()).normalize();
            manifests.addAll(Files.isDirectory(path) ? written(path) : Manifest.read(path));
        }
        return manifests;
    }

    /** What kubectl makes of an overlay; nothing if there is no kubectl. */
    static Optional<List<Manifest>> built(Path kustomization, Path scratch) throws IOException, InterruptedException {
        Path output = scratch.resolve("built.yaml");
        ProcessBuilder kubectl = new ProcessBuilder("kubectl", "kustomize", kustomization.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Process process;
        try {
            process = kubectl.start();
        } catch (IOException notThere) {
            return Optional.empty();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Optional.of(Manifest.read(output));
    }

    /** The one resource of this kind and name. */
    public static Manifest one(List<Manifest> manifests, String kind, String name) {
        List<Manifest> found = manifests.stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.name().equals(name))
                .toList();
        assertThat(found).as(kind + ' ' + name).hasSize(1);
        return found.get(0);
    }

    /** The variables that a kustomization generates for the gates, on top of those of the base. */
    public static Map<String, String> settings(Path kustomization) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (Path path : kustomization.equals(BASE) ? List.of(BASE) : List.of(BASE, kustomization)) {
            file(path)
                    .path("configMapGenerator")
                    .forEach(map -> map.path("literals").forEach(literal -> {
                        String[] pair = literal.asText().split("=", 2);
                        settings.put(pair[0], pair[1]);
                    }));
        }
        return settings;
    }

    static JsonNode file(Path kustomization) throws IOException {
        return Manifest.read(kustomization.resolve("kustomization.yaml")).get(0).content();
    }
}
