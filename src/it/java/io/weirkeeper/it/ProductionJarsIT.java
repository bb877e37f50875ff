package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars that were built: those in target/dist/lib are all that the images take. */
class ProductionJarsIT {
    private static final Path LIB = Path.of("target/dist/lib");
    private static final Path DEV = Path.of("target/dist/dev");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka/server/KafkaRaftServer.class",
                "org/apache/kafka/metadata/storage/Formatter.class",
                "org/apache/kafka/controller/QuorumController.class",
                "scala/Option.class",
                "org/apache/logging/log4j/core/Logger.class",
                "org/junit/jupiter/api/Test.class",
                "com/networknt/schema/Schema.class"
            })
    void neitherTheBrokerNorTheTestsAreInProduction(String entry) throws IOException {
        assertThat(jarsWith(LIB, entry)).isEmpty();
    }

    @Test
    void whatProductionNeedsIs() throws IOException {
        assertThat(jarsWith(LIB, "io/weirkeeper/cli/Weir.class")).containsExactly("weirkeeper.jar");
        assertThat(jarsWith(LIB, "org/apache/kafka/streams/KafkaStreams.class")).hasSize(1);
        assertThat(jarsWith(LIB, "org/rocksdb/RocksDB.class")).hasSize(1);
    }

    @Test
    void theBrokerIsBesideItForDevelopment() throws IOException {
        assertThat(jarsWith(DEV, "kafka/server/KafkaRaftServer.class")).hasSize(1);
    }

    /** With the logging of production, which tests do not see otherwise: a command prints its data and nothing else. */
    @Test
    void standardOutputIsDataOnly(@TempDir Path directory) throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process weir = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        LIB.resolve("*").toString(),
                        "io.weirkeeper.cli.Weir",
                        "simulate",
                        "--policy",
                        "examples/scenarios/duplicates/policy.yaml",
                        "examples/scenarios/duplicates/trace.jsonl")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(weir.waitFor()).isZero();
        assertThat(out).hasSameTextualContentAs(Path.of("examples/scenarios/duplicates/expected.jsonl"));
        assertThat(err).isEmptyFile();
    }

    private static List<String> jarsWith(Path folder, String entry) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.sorted().toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    if (file.getEntry(entry) != null) {
                        found.add(jar.getFileName().toString());
                    }
                }
            }
        }
        return found;
    }
}
