package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.deploy.Manifest;
import io.weirkeeper.deploy.Manifests;
import io.weirkeeper.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings in deploy/k8s are settings of ours: the reader passes over variables that it does not know. */
class KubernetesSettingsTest {
    private static final String KAFKA = "WEIR_KAFKA_";

    /** What is read by the launcher. */
    private static final Set<String> OTHERS = Set.of("WEIR_JVM_OPTS");

    static List<Path> overlays() {
        return List.of(Manifests.DEV, Manifests.PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyVariableIsASetting(Path overlay) throws IOException {
        Set<String> known =
                SettingsTable.ALL.stream().map(Setting::variable).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(OTHERS);
        Set<String> kafka = new TreeSet<>(StreamsConfig.configDef().names());
        kafka.addAll(ConsumerConfig.configNames());

        for (String name : variables(overlay).keySet()) {
            if (name.startsWith(KAFKA)) {
                String property =
                        name.substring(KAFKA.length()).toLowerCase(Locale.ROOT).replace('_', '.');
                assertThat(RegistrySettings.owns(property) || kafka.contains(property))
                        .as(name)
                        .isTrue();
            } else {
                assertThat(known).contains(name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theirValuesAreValid(Path overlay) throws IOException {
        SettingsReading reading = SettingsReader.read(Optional.empty(), variables(overlay));

        assertThat(reading).isInstanceOf(SettingsReading.Valid.class);
        Settings settings = ((SettingsReading.Valid) reading).settings();
        assertThat(settings.http().host()).isEqualTo("0.0.0.0");
        assertThat(settings.kafka()).containsEntry("group.instance.id", "$(POD_NAME)");
    }

    @Test
    void thePolicyIsThatOfTheExamples() throws IOException {
        String policy = Files.readString(Manifests.BASE.resolve("policy.yaml"));

        assertThat(policy).isEqualTo(Files.readString(Path.of("examples/policies/sms-webhook.yaml")));
        assertThat(new PolicyReader().read(policy)).isInstanceOf(PolicyReading.Valid.class);
    }

    @Test
    void productionKeepsACopyOfEachStateAndSpeaksAvroOverTls() throws IOException {
        assertThat(Manifests.settings(Manifests.PRODUCTION))
                .containsEntry("WEIR_KAFKA_NUM_STANDBY_REPLICAS", "1")
                .containsEntry("WEIR_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("WEIR_FORMAT", "avro");
    }

    private static Map<String, String> variables(Path overlay) throws IOException {
        Map<String, String> variables = new TreeMap<>(Manifests.settings(overlay));
        variables.putAll(Manifests.one(Manifests.written(overlay), "StatefulSet", "weirkeeper")
                .environment());
        Path patch = overlay.resolve("statefulset.yaml");
        if (Files.exists(patch)) {
            variables.putAll(Manifest.read(patch).get(0).environment());
        }
        variables.keySet().removeIf(name -> !name.startsWith("WEIR_"));
        assertThat(variables).hasSizeGreaterThan(10);
        return variables;
    }
}
