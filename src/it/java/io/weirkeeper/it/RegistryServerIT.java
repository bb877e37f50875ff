package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weirkeeper.dev.RegistryServer;
import io.weirkeeper.registry.RegistrySerde;
import io.weirkeeper.registry.RegistrySerdes;
import io.weirkeeper.registry.RegistryUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of the registry, and what is left when it is gone. */
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
    void closedItIsGoneWithAllItsFilesAndWhatIsKnownOutlivesIt() throws IOException {
        Schema schema =
                SchemaBuilder.record("it.R").fields().requiredString("id").endRecord();
        GenericRecord record = new GenericRecordBuilder(schema).set("id", "m1").build();
        ProcessHandle process;
        RegistrySerde<GenericRecord> serde;
        try (RegistryServer registry = Registry.start(directory)) {
            process = ProcessHandle.of(registry.pid()).orElseThrow();
            assertThat(files()).hasSize(1);
            assertThat(files().get(0)).isDirectoryContaining("glob:**/vertx-cache");
            serde = RegistrySerdes.open(Registry.settings(registry.url())).of(schema);
            serde.decode(serde.encode("t", record));
        }

        assertThat(process.isAlive()).isFalse();
        assertThat(files()).isEmpty();
        assertThat(serde.decode(serde.encode("t", record))).isEqualTo(record);
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> serde.decode(new byte[] {0, 0, 0, 0, 77, 0}));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
