package io.weirkeeper.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationCodecTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final Publication EXAMPLE = Publication.of(
            new Draft("name: bot\n# \"quoted\" and ünïcode \uD83D\uDE00\nmaxAge: 10m\n", "alice", "less\npatience"),
            12,
            NOON);

    /** Written by an earlier build of this release; whoever upgrades has such records. */
    @Test
    void whatWasWrittenOnceStaysReadable() throws Exception {
        byte[] golden = Files.readAllBytes(Path.of("src/test/resources/golden/policies/publication-1.json"));

        assertThat(PublicationCodec.decode(golden)).isEqualTo(EXAMPLE);
        assertThat(new String(PublicationCodec.encode(EXAMPLE), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"format":1|no JSON
            []|format missing is not known to this release, which reads 1
            {"format":2}|format 2 is not known to this release, which reads 1
            {"format":1}|publishedAt is missing
            {"format":1,"publishedAt":"noon","yaml":"","hash":"","author":"","note":""}|publishedAt is no time: noon
            {"format":1,"publishedAt":"2026-03-02T12:00:00Z","version":0,"yaml":"","hash":"","author":"","note":""}|version must be at least 1
            {"format":1,"publishedAt":"2026-03-02T12:00:00Z","version":1,"yaml":"","hash":"ab","author":"","note":""}|hash is not that of the yaml: ab
            """)
    void whatIsNoPublicationSaysWhy(String json, String problem) {
        assertThatThrownBy(() -> PublicationCodec.decode(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadablePublicationException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void unknownFieldsArePassedOver() throws IOException, UnreadablePublicationException {
        String later = new String(PublicationCodec.encode(EXAMPLE), StandardCharsets.UTF_8)
                .replace("{\"format\":1", "{\"colour\":\"blue\",\"format\":1");

        assertThat(PublicationCodec.decode(later.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(EXAMPLE);
    }
}
