package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.deploy.ComposeFile;
import io.weirkeeper.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** The settings in docker-compose.yml are settings of ours: the reader passes over variables that it does not know. */
class ComposeSettingsTest {
    private static final String KAFKA = "WEIR_KAFKA_";

    @Test
    void everyVariableIsASetting() throws IOException {
        Set<String> known = SettingsTable.ALL.stream().map(Setting::variable).collect(Collectors.toSet());

        for (String name : variables().keySet()) {
            if (name.startsWith(KAFKA)) {
                String property =
                        name.substring(KAFKA.length()).toLowerCase(Locale.ROOT).replace('_', '.');
                // Those of the registry are read in ComposeCommandsTest.
                assertThat(RegistrySettings.owns(property)
                                || StreamsConfig.configDef().names().contains(property))
                        .as(name)
                        .isTrue();
            } else {
                assertThat(known).contains(name);
            }
        }
    }

    @Test
    void theirValuesAreValid() throws IOException {
        assertThat(variables()).isNotEmpty();
        assertThat(SettingsReader.read(Optional.empty(), variables())).isInstanceOf(SettingsReading.Valid.class);
    }

    @Test
    void theirPolicyIsValid() throws IOException {
        Path policy = Path.of("examples/policies/sms-webhook.yaml");
        assertThat(ComposeFile.ours().ours("run").values())
                .allMatch(gate -> gate.path("volumes").toString().contains(policy.toString()));

        assertThat(new PolicyReader().read(Files.readString(policy))).isInstanceOf(PolicyReading.Valid.class);
    }

    private static Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        ComposeFile.ours().services().values().stream()
                .filter(service -> service.has("build"))
                .map(ComposeFile::environment)
                .forEach(variables::putAll);
        assertThat(new TreeSet<>(variables.keySet())).allMatch(name -> name.startsWith("WEIR_"));
        return variables;
    }
}
