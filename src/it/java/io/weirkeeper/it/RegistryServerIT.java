package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weirkeeper.dev.RegistryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the process of the registry leaves behind. */
class RegistryServerIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    @Timeout(60) // it would wait 90 s for one that runs
    void oneThatEndsAtStartIsOneLineThatNamesItsLog() throws IOException {
        Files.writeString(home.resolve("broken-runner.jar"), "no jar");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RegistryServer.start(home, directory).close())
                .withMessageMatching("the registry did not start; its log is .+");

        Path log = files().get(0).resolve("registry.log");
        assertThat(log).content().contains("broken-runner.jar");
    }

    @Test
    void closedItIsGoneWithAllItsFiles() throws IOException {
        ProcessHandle process;
        try (RegistryServer registry = Registry.start(directory)) {
            process = ProcessHandle.of(registry.pid()).orElseThrow();
            assertThat(files()).hasSize(1);
            assertThat(files().get(0)).isDirectoryContaining("glob:**/vertx-cache");
        }

        assertThat(process.isAlive()).isFalse();
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
