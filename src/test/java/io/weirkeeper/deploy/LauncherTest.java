package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher unpacks the registry, in a source tree with a Maven and a Java that do nothing else. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String MAVEN = """
            #!/bin/sh
            echo unpacked >>calls
            mkdir -p target/registry
            touch target/registry/new-runner.jar
            [ ! -e broken ]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path home;

    @BeforeEach
    void makeTheTree() throws IOException {
        Files.copy(Path.of("weir"), home.resolve("weir"), StandardCopyOption.COPY_ATTRIBUTES);
        program("mvnw", MAVEN);
        program("java/bin/java", "#!/bin/sh\n");
        write("java/release", "JAVA_VERSION=\"17.0.1\"\n");
        Files.createDirectories(home.resolve("target/dist/dev"));
        write("target/dist/lib/weirkeeper.jar", "");
        version("1");
    }

    @Test
    void itIsUnpackedOnce() throws Exception {
        assertThat(start()).isZero();
        assertThat(start()).isZero();

        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void whatWasNotUnpackedToTheEndIsUnpackedAgain() throws Exception {
        write("target/registry/old-runner.jar", "");
        write("broken", "");
        assertThat(start()).isEqualTo(1);
        int failed = calls();
        Files.delete(home.resolve("broken"));

        assertThat(start()).isZero();

        assertThat(calls()).isEqualTo(failed + 1);
        assertThat(home.resolve("target/registry")).isDirectoryNotContaining("glob:**/old-runner.jar");
    }

    @Test
    void anotherVersionTakesThePlaceOfTheOld() throws Exception {
        assertThat(start()).isZero();
        write("target/registry/old-runner.jar", "");
        version("2");

        assertThat(start()).isZero();

        assertThat(calls()).isEqualTo(2);
        assertThat(home.resolve("target/registry")).isDirectoryNotContaining("glob:**/old-runner.jar");
        assertThat(home.resolve("target/registry/.complete")).hasContent("2");
    }

    private int start() throws IOException, InterruptedException {
        ProcessBuilder weir = new ProcessBuilder(home.resolve("weir").toString(), "dev", "--avro");
        weir.environment().put("JAVA_HOME", home.resolve("java").toString());
        return weir.redirectErrorStream(true)
                .redirectOutput(home.resolve("printed").toFile())
                .start()
                .waitFor();
    }

    private int calls() throws IOException {
        return Files.readAllLines(home.resolve("calls")).size();
    }

    /** Older than the jar, so that nothing is built. */
    private void version(String version) throws IOException {
        Path pom = write("pom.xml", "    <apicurio.version>" + version + "</apicurio.version>\n");
        Files.setLastModifiedTime(pom, FileTime.from(Instant.EPOCH));
    }

    private void program(String name, String text) throws IOException {
        assertThat(write(name, text).toFile().setExecutable(true)).isTrue();
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
