package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in Node differ in values.js only. */
class ResponderExamplesTest {
    private static final Path EXAMPLES = Path.of("examples/responders");

    @ParameterizedTest
    @ValueSource(strings = {"respond.js", "produce.js", "settings.js"})
    void bothFoldersHaveTheSame(String file) {
        assertThat(EXAMPLES.resolve("kafkajs").resolve(file))
                .hasSameTextualContentAs(EXAMPLES.resolve("confluent").resolve(file));
    }
}
