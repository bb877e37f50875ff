package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of examples/ belong together. */
class ExamplesTest {
    private static final Path PRESETS = Path.of("examples/policies");

    static List<Example> scenarios() {
        return Example.all();
    }

    static List<String> presets() throws IOException {
        try (Stream<Path> files = Files.list(PRESETS)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsAPolicyATraceAndTheExpectedVerdicts(Example scenario) throws IOException {
        try (Stream<Path> files = Files.list(scenario.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("policy.yaml", "trace.jsonl", "expected.jsonl");
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsListedInTheReadme(Example scenario) {
        assertThat(Example.text(Example.ALL.resolve("README.md"))).contains("`" + scenario.name() + "`");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theScenariosOfAPresetHaveItsPolicyToTheLetter(String preset) throws IOException {
        List<String> presets = presets();
        List<Example> own = Example.all().stream()
                .filter(scenario -> presetOf(scenario, presets).equals(Optional.of(preset)))
                .toList();

        assertThat(own)
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(scenario.folder().resolve("policy.yaml"))
                        .hasSameTextualContentAs(PRESETS.resolve(preset + ".yaml")));
    }

    /** The longest name that fits: presets have variants, whose names begin with theirs. */
    private static Optional<String> presetOf(Example scenario, List<String> presets) {
        return presets.stream()
                .filter(preset -> scenario.name().startsWith(preset + "-"))
                .max(Comparator.comparingInt(String::length));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetIsDescribed(String preset) {
        assertThat(Example.text(Path.of("docs/presets.md"))).contains("## " + preset);
    }

    @Test
    void theSliceOfRealMessagesComesWithItsSource() {
        assertThat(Example.text(Path.of("examples/README.md"))).contains("irc-2000.jsonl", "Kummerfeld", "CC BY 4.0");
    }
}
