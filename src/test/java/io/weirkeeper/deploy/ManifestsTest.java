package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes, Strimzi, KEDA and the Prometheus operator would take every manifest, and would not take a broken one. */
class ManifestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    static List<Path> overlays() {
        return List.of(Manifests.DEV, Manifests.PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyManifestIsValidAsItIsWritten(Path overlay) throws IOException {
        assertThat(Manifests.written(overlay))
                .hasSizeGreaterThan(7)
                .allSatisfy(manifest -> assertThat(ManifestCheck.problems(manifest))
                        .as(manifest.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyManifestThatAnOverlayComesToIsValid(Path overlay) throws Exception {
        List<Manifest> written = Manifests.written(overlay);
        List<Manifest> built = Manifests.built(overlay, directory)
                .orElseGet(() -> abort("kubectl is not installed; the files were read as they are written"));

        assertThat(built.stream().map(Manifest::toString).toList())
                .containsAll(written.stream().map(Manifest::toString).toList());
        assertThat(built)
                .allSatisfy(manifest -> assertThat(ManifestCheck.problems(manifest))
                        .as(manifest.toString())
                        .isEmpty());
    }

    @Test
    void everyKindHasACopyThatIsBrokenBelow() throws IOException {
        Set<String> broken = Stream.of(ManifestsTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .flatMap(method ->
                        method.getAnnotation(CsvSource.class).textBlock().lines())
                .map(line -> line.split("\\|")[0].strip())
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> kinds = new TreeSet<>();
        for (Path overlay : overlays()) {
            Manifests.written(overlay).forEach(manifest -> kinds.add(manifest.kind()));
        }
        assertThat(broken).isEqualTo(kinds);
    }

    @ParameterizedTest(name = "{0} with {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            StatefulSet           | /spec/template/spec/containers/0 | readynessProbe
            Service               | /spec                            | sellector
            ServiceAccount        |                                  | automount
            Namespace             | /metadata                        | label
            Job                   | /spec                            | backofLimit
            PodDisruptionBudget   | /spec                            | maxUnavailible
            NetworkPolicy         | /spec/ingress/0                  | form
            KafkaTopic            | /spec                            | partition
            KafkaUser             | /spec/authorization/acls/0       | operation
            ScaledObject          | /spec                            | maxReplicas
            TriggerAuthentication | /spec/secretTargetRef/0          | secret
            ServiceMonitor        | /spec/endpoints/0                | authorisation
            PrometheusRule        | /spec/groups/0/rules/0           | expression
            """)
    void anUnknownFieldIsRefused(String kind, String at, String field) throws IOException {
        ObjectNode broken = copy(kind);
        object(broken, at).put(field, "x");

        assertThat(ManifestCheck.problems(new Manifest(broken)).toString()).contains(field);
    }

    @ParameterizedTest(name = "{0} with {1}/{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            StatefulSet           | /spec/template/spec/containers/0/livenessProbe | periodSeconds    | '"often"'
            StatefulSet           | /spec/template/spec/containers/0/livenessProbe | periodSeconds    | '"10"'
            StatefulSet           | /spec/template/spec/securityContext    | runAsNonRoot             | '"yes"'
            Service               | /spec                                  | ports                    | '"http"'
            ServiceAccount        |                                        | automountServiceAccountToken | '"never"'
            Namespace             | /metadata                              | labels                   | '"restricted"'
            Job                   | /spec                                  | backoffLimit             | '"many"'
            PodDisruptionBudget   | /spec                                  | selector                 | '"all"'
            NetworkPolicy         | /spec                                  | policyTypes              | '"Ingress"'
            KafkaTopic            | /spec                                  | partitions               | '"twelve"'
            KafkaUser             | /spec/authentication                   | type                     | '"password"'
            ScaledObject          | /spec                                  | maxReplicaCount          | '"12"'
            TriggerAuthentication | /spec                                  | secretTargetRef          | '{}'
            ServiceMonitor        | /spec                                  | endpoints                | '{}'
            PrometheusRule        | /spec/groups/0/rules/0                 | labels                   | '{"severity": 1}'
            """)
    void aWrongTypeIsRefused(String kind, String at, String field, String value) throws IOException {
        ObjectNode broken = copy(kind);
        assertThat(object(broken, at).has(field)).isTrue();
        object(broken, at).set(field, JSON.readTree(value));

        assertThat(ManifestCheck.problems(new Manifest(broken))).isNotEmpty();
    }

    /** A namespace and an account need nothing but their names, which the model of Kubernetes does not ask for. */
    @ParameterizedTest(name = "{0} without {1}/{2}")
    @CsvSource(delimiter = '|', textBlock = """
            StatefulSet           | /spec/template/spec/containers/0/ports/0 | containerPort
            StatefulSet           | /spec                                  | selector
            Service               | /spec/ports/0                          | port
            Job                   | /spec/template/spec                    | containers
            PodDisruptionBudget   |                                        | kind
            NetworkPolicy         |                                        | apiVersion
            KafkaTopic            | /metadata                              | name
            KafkaUser             | /spec/authorization/acls/0             | resource
            ScaledObject          | /spec                                  | triggers
            TriggerAuthentication | /spec/secretTargetRef/0                | key
            ServiceMonitor        | /spec                                  | selector
            PrometheusRule        | /spec/groups/0/rules/0                 | expr
            """)
    void aMissingFieldIsRefused(String kind, String at, String field) throws IOException {
        ObjectNode broken = copy(kind);
        assertThat(object(broken, at).remove(field)).isNotNull();

        assertThat(ManifestCheck.problems(new Manifest(broken))).isNotEmpty();
    }

    @Test
    void everyFileBelongsToAnOverlay() throws IOException {
        Set<Path> used = new TreeSet<>();
        for (Path overlay : overlays()) {
            use(overlay, used);
        }
        used.add(Manifests.ROOT.resolve("monitoring/alerts.test.yaml"));
        try (Stream<Path> files = Files.walk(Manifests.ROOT)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    private static void use(Path kustomization, Set<Path> used) throws IOException {
        used.add(kustomization.resolve("kustomization.yaml"));
        JsonNode file = Manifests.file(kustomization);
        for (JsonNode resource : file.path("resources")) {
            Path path = kustomization.resolve(resource.asText()).normalize();
            if (Files.isDirectory(path)) {
                use(path, used);
            } else {
                used.add(path);
            }
        }
        file.path("patches").findValuesAsText("path").forEach(path -> used.add(kustomization.resolve(path)));
        file.path("configMapGenerator")
                .forEach(map -> map.path("files").forEach(name -> used.add(kustomization.resolve(name.asText()))));
    }

    private static ObjectNode copy(String kind) throws IOException {
        for (Path overlay : overlays()) {
            for (Manifest manifest : Manifests.written(overlay)) {
                if (manifest.kind().equals(kind)) {
                    return manifest.content().deepCopy();
                }
            }
        }
        throw new IllegalArgumentException("no " + kind);
    }

    private static ObjectNode object(JsonNode root, String pointer) {
        return (ObjectNode) (pointer == null ? root : root.at(pointer));
    }
}
