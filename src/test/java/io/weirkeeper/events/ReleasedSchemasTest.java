package io.weirkeeper.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/** The copies that present schemas are held against are worth nothing if they are edited along with them. */
class ReleasedSchemasTest {

    @Test
    void theCopiesAreWhatWasReleased() throws IOException {
        List<String> present = Schemas.in(Schemas.RELEASED).byName().values().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD)
                .map(schema -> "%s %016x".formatted(schema.getName(), SchemaNormalization.parsingFingerprint64(schema)))
                .toList();

        assertThat(present).isEqualTo(Files.readAllLines(Schemas.RELEASED.resolve("fingerprints.txt")));
    }

    @Test
    void thereIsACopyOfEverySchemaThatWasThere() throws IOException {
        assertThat(Schemas.in(Schemas.RELEASED).byName()).hasSizeGreaterThanOrEqualTo(16);
    }
}
