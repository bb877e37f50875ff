package io.weirkeeper.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists of the size that operators keep are read without delay, and what would not end is refused. */
class LongPolicyTest {

    @Test
    void fiftyThousandBlockedSendersAreReadQuickly() {
        String yaml = "blocked:\n  senders:\n"
                + IntStream.range(0, 50_000)
                        .mapToObj(i -> "    - +1555" + i + "\n")
                        .collect(joining());

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(Policies.valid(yaml).blockedSenders()).hasSize(50_000));
    }

    @Test
    void everyProblemOfALongPolicyIsTold() {
        String yaml = "limits:\n"
                + IntStream.range(0, 5_000)
                        .mapToObj(i -> "  - {id: l" + i + ", per: [sender], allow: often}\n")
                        .collect(joining());

        assertThat(Policies.problems(yaml))
                .hasSize(5_000)
                .last()
                .asString()
                .startsWith("line 5001: limits[4999].allow");
    }

    @Test
    void aDocumentThatIsTooLongIsRefused() {
        assertThat(Policies.problems("#".repeat(16 * 1024 * 1024 + 1)))
                .containsExactly("line 1: the document is longer than 16777216 characters");
    }

    /** The scanner's time goes by the square of what stands on one line. */
    @Test
    void aLineThatIsTooLongIsRefusedAtOnce() {
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(Policies.problems("name: a\r\nmode: shadow\n#" + "x".repeat(8_000_000)))
                        .containsExactly("line 3: a line of more than 1048576 characters; break it"));
    }

    @Test
    void aPatternThatWouldFillTheMemoryIsRefused() {
        assertThat(Policies.problems("commands: {pattern: \"((((a{1000}){1000}){1000}){1000})\"}"))
                .containsExactly(
                        "line 1: commands.pattern: too large a regular expression, with its repetitions written out");
    }

    @Test
    void aDocumentNestedTooDeeplyIsRefused() {
        assertThat(Policies.problems("[".repeat(1_000_000)))
                .containsExactly("line 1: not valid YAML: nested more than 64 levels deep");
    }
}
