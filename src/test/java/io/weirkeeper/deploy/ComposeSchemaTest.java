package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docker-compose.yml is what the Compose Specification calls valid. */
class ComposeSchemaTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void theFileMatchesTheSpecification() throws IOException {
        assertThat(ComposeFile.ours().problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            restart: unless-stopped                   | restrat: unless-stopped           | restrat
            read_only: true                           | read_only: "yes"                  | read_only
            condition: service_healthy                | condition: service_is_healthy     | condition
            interval: 10s                             | intervall: 10s                    | intervall
            volumes: ["kafka-data:/var/lib/kafka/data"] | volumes: kafka-data             | volumes
            retries: 12                               | retries: [12]                     | retries
            image: apache/kafka:4.3.1                 | image: {name: apache/kafka}       | image
            profiles: [demo]                          | profiles: 1                       | profiles
            '    image: confluentinc/ksqldb-cli:0.29.0' | '    immage: confluentinc'      | immage
            """)
    void aBrokenCopyIsRefused(String good, String bad, String named) throws IOException {
        String text = Files.readString(ComposeFile.PATH);
        assertThat(text).contains(good);

        List<String> problems = ComposeFile.parse(text.replace(good, bad)).problems();

        assertThat(problems).anyMatch(problem -> problem.contains(named));
    }

    @Test
    void composeItselfReadsItWhereItIsInstalled() throws Exception {
        List<String> compose = installed();

        assertThat(run(compose, "--profile", "demo", "config", "-q")).isZero();
    }

    @Test
    void composeItselfRefusesABrokenCopyWhereItIsInstalled() throws Exception {
        List<String> compose = installed();
        Path broken = directory.resolve("docker-compose.yml");
        Files.writeString(
                broken,
                Files.readString(ComposeFile.PATH).replace("restart: unless-stopped", "restrat: unless-stopped"));

        assertThat(run(compose, "-f", broken.toString(), "config", "-q")).isNotZero();
    }

    private List<String> installed() throws IOException, InterruptedException {
        for (List<String> command : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            try {
                if (run(command, "version") == 0) {
                    return command;
                }
            } catch (IOException notThere) {
                // The next one may be.
            }
        }
        return abort("neither docker compose nor docker-compose is installed");
    }

    private int run(List<String> compose, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(compose);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
