package io.weirkeeper.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCompatibilityTest {
    @TempDir
    Path copies;

    @BeforeEach
    void copyTheSchemas() throws IOException {
        try (Stream<Path> files = Files.list(Schemas.CURRENT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copies.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void whatTheLastReleaseWroteCanBeRead() throws IOException {
        assertThat(Schemas.in(Schemas.CURRENT).problemsReading(Schemas.in(Schemas.RELEASED)))
                .isEmpty();
    }

    @Test
    void anEqualCopyIsNoProblem() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @Test
    void aFieldAddedWithADefaultIsNoProblem() throws IOException {
        edit("InboundMessage.avsc", "(?m)^.*\"name\": \"language\".*\n", "");

        assertThat(problems()).isEmpty();
    }

    @Test
    void aSymbolAddedIsNoProblem() throws IOException {
        edit("SenderPenalty.avsc", ", \"PROVIDER_BACKOFF\"\\]", "]");

        assertThat(problems()).isEmpty();
    }

    @Test
    void aFieldAddedWithoutADefaultIsAProblem() throws IOException {
        edit("DebouncedMessage.avsc", "(?m),\\s*\\{\"name\": \"by\".*$", "");

        assertThat(problems())
                .containsExactly("io.weirkeeper.events.DebouncedMessage/fields/4: READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void aFieldOfAnotherTypeIsAProblem() throws IOException {
        edit("InboundMessage.avsc", "\\[\"null\", \"int\"\\]", "[\"null\", \"string\"]");

        assertThat(problems()).anyMatch(problem -> problem.startsWith("io.weirkeeper.events.InboundMessage"));
    }

    @Test
    void aSymbolTakenAwayIsAProblem() throws IOException {
        edit("BlockedMessage.avsc", "\"STALE\",", "\"STALE\", \"SEEN\",");

        assertThat(problems())
                .anyMatch(problem ->
                        problem.startsWith("io.weirkeeper.events.Reason") && problem.endsWith("MISSING_ENUM_SYMBOLS"));
    }

    @Test
    void aRecordTakenAwayIsAProblem() throws IOException {
        Files.writeString(
                copies.resolve("Old.avsc"),
                "{\"type\": \"record\", \"name\": \"Old\", \"namespace\": \"io.weirkeeper.events\", \"fields\": []}");

        assertThat(problems()).containsExactly("io.weirkeeper.events.Old is gone");
    }

    private List<String> problems() throws IOException {
        return Schemas.in(Schemas.CURRENT).problemsReading(Schemas.in(copies));
    }

    private void edit(String file, String pattern, String replacement) throws IOException {
        Path path = copies.resolve(file);
        String before = Files.readString(path);
        String after = before.replaceAll(pattern, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(path, after);
    }
}
