package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pods: what they may do, what they may take, and where they write. */
class WorkloadsTest {
    /** For code, threads, and the buffers of Kafka's clients and of the HTTP server. */
    private static final long REST = 512L * 1024 * 1024;

    private static final Pattern HEAP = Pattern.compile("-XX:MaxRAMPercentage=(\\d+)");
    private static final String STATE = "/var/lib/weirkeeper";

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<Manifest> dev;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Manifest gate;

    @BeforeEach
    void read() throws IOException {
        dev = Manifests.written(Manifests.DEV);
        gate = Manifests.one(dev, "StatefulSet", "weirkeeper");
    }

    @Test
    void everyPodIsAsRestrictedAsItsNamespaceAsks() {
        assertThat(Manifests.one(dev, "Namespace", "weirkeeper").content().at("/metadata/labels"))
                .anyMatch(value -> value.asText().equals("restricted"));
        for (Manifest pod : List.of(gate, Manifests.one(dev, "Job", "weirkeeper-topics"))) {
            JsonNode all = pod.content().at("/spec/template/spec/securityContext");
            JsonNode own = pod.container().path("securityContext");
            assertThat(all.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(all.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(ComposeFile.texts(own.at("/capabilities/drop"))).containsExactly("ALL");
            assertThat(pod.content()
                            .at("/spec/template/spec/automountServiceAccountToken")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void theUserIsThatOfTheImage() throws IOException {
        String user = gate.text("/spec/template/spec/securityContext/runAsUser")
                + ':'
                + gate.text("/spec/template/spec/securityContext/runAsGroup");

        assertThat(Files.readString(Path.of("Dockerfile"))).contains("USER " + user + "\n");
    }

    @Test
    void theImageIsThatOfThePom() throws Exception {
        for (Path overlay : List.of(Manifests.DEV, Manifests.PRODUCTION)) {
            JsonNode image = Manifests.file(overlay).at("/images/0");
            assertThat(image.path("name").asText())
                    .isEqualTo(gate.container().path("image").asText());
            assertThat(image.path("newTag").asText()).isEqualTo(Pom.read().version());
        }
    }

    @Test
    void whatIsWrittenGoesToTheVolumeOrToTheTemporaryDirectory() throws IOException {
        Set<String> writable = new TreeSet<>();
        gate.container().path("volumeMounts").forEach(mount -> {
            if (!mount.path("readOnly").asBoolean()) {
                writable.add(mount.path("mountPath").asText());
            }
        });

        assertThat(writable).containsExactly("/tmp", STATE);
        assertThat(Manifests.settings(Manifests.BASE)).containsEntry("WEIR_STATE_DIRECTORY", STATE + "/state");
        assertThat(gate.environment())
                .containsEntry("ROCKSDB_SHAREDLIB_DIR", "/tmp")
                .hasEntrySatisfying(
                        "WEIR_JVM_OPTS", options -> assertThat(options).contains("-Djava.io.tmpdir=/tmp"));
        assertThat(gate.text("/spec/volumeClaimTemplates/0/metadata/name")).isEqualTo("state");
    }

    /** The image's own options, but for the directory: the variable replaces them. */
    @Test
    void noOptionOfTheImageIsLost() throws IOException {
        Matcher image = Pattern.compile("WEIR_JVM_OPTS=\"([^\"]*)\"").matcher(Files.readString(Path.of("Dockerfile")));
        assertThat(image.find()).isTrue();

        assertThat(gate.environment().get("WEIR_JVM_OPTS"))
                .isEqualTo(image.group(1).replace(STATE, "/tmp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/dev", "overlays/production"})
    void heapAndStoresAndAllTheRestFitIntoTheLimit(String overlay) throws IOException {
        Path directory = Manifests.ROOT.resolve(overlay);
        Path patch = directory.resolve("statefulset.yaml");
        Manifest sized = Files.exists(patch) ? Manifest.read(patch).get(0) : gate;
        JsonNode resources = sized.container().path("resources");
        long limit = bytes(resources.at("/limits/memory"));
        Matcher heap = HEAP.matcher(gate.environment().getOrDefault("WEIR_JVM_OPTS", ""));
        assertThat(heap.find()).isTrue();
        long stores = Long.parseLong(Manifests.settings(directory).getOrDefault("WEIR_STATE_MEMORY", ""));

        assertThat(limit * Integer.parseInt(heap.group(1)) / 100 + stores + REST)
                .isLessThanOrEqualTo(limit);
        assertThat(bytes(resources.at("/requests/memory"))).isEqualTo(limit);
    }

    private static long bytes(JsonNode quantity) {
        return Quantity.fromString(quantity.asText()).getNumber().longValueExact();
    }

    @Test
    void everyPodHasANameOfItsOwnInTheGroupAndOnTheNetwork() {
        assertThat(gate.environment())
                .containsEntry("WEIR_KAFKA_GROUP_INSTANCE_ID", "$(POD_NAME)")
                .containsEntry(
                        "WEIR_HTTP_ADVERTISED_HOST",
                        "$(POD_NAME)." + gate.text("/spec/serviceName") + ".$(POD_NAMESPACE).svc");
        Manifest service = Manifests.one(dev, "Service", gate.text("/spec/serviceName"));
        assertThat(service.text("/spec/clusterIP")).isEqualTo("None");
    }

    @Test
    void whatSelectsTheGatesFindsThem() throws IOException {
        JsonNode labels = gate.content().at("/spec/template/metadata/labels");
        List<Manifest> all = Manifests.written(Manifests.PRODUCTION);

        assertThat(gate.content().at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(Manifests.one(all, "Service", "weirkeeper").content().at("/spec/selector"))
                .isEqualTo(labels);
        assertThat(Manifests.one(all, "Service", "weirkeeper-http").content().at("/spec/selector"))
                .isEqualTo(labels);
        assertThat(Manifests.one(all, "PodDisruptionBudget", "weirkeeper")
                        .content()
                        .at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        Map.Entry<String, JsonNode> policy = Manifests.one(all, "NetworkPolicy", "weirkeeper")
                .content()
                .at("/spec/podSelector/matchLabels")
                .properties()
                .iterator()
                .next();
        assertThat(labels.path(policy.getKey())).isEqualTo(policy.getValue());
        // Prometheus asks the headless service only: by the other, every gate would be counted twice.
        JsonNode monitored =
                Manifests.one(all, "ServiceMonitor", "weirkeeper").content().at("/spec/selector/matchLabels");
        assertThat(Manifests.one(all, "Service", "weirkeeper").content().at("/metadata/labels"))
                .isEqualTo(monitored);
        assertThat(Manifests.one(all, "Service", "weirkeeper-http").content().at("/metadata/labels"))
                .isNotEqualTo(monitored);
    }
}
