package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.policies.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyHeaderTest {
    @Test
    void itSaysWhichVersionThisIs() {
        assertThat(PolicyHeader.above(publication("name: bot\n", "alice", "less patience")))
                .isEqualTo("# weir: version 7, published 2026-03-02T12:00:00.000Z by alice\n"
                        + "# weir: note: less patience\n"
                        + "# weir: sha256 " + Publication.hashOf("name: bot\n") + "\nname: bot\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: bot\n", "", "# my own comment\nname: bot", "\n# weir: mine\n"})
    void itIsTakenOffAgain(String yaml) {
        assertThat(PolicyHeader.strip(PolicyHeader.above(publication(yaml, "a\nb: c", "two\r\nlines\u2028three"))))
                .isEqualTo(yaml);
        assertThat(PolicyHeader.strip(yaml)).isEqualTo(yaml);
    }

    private static Publication publication(String yaml, String author, String note) {
        return new Publication(7, yaml, Publication.hashOf(yaml), author, note, 1_772_452_800_000L);
    }
}
