package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.policies.Publication;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    @Test
    void changedLinesStandAmongThreeLinesOnEachSide() {
        assertThat(PolicyDiff.of(
                        publication(1, lines(0, 20)),
                        publication(2, lines(0, 20).replace("10\n", "ten\n"))))
                .containsExactly(
                        "--- version 1",
                        "+++ version 2",
                        "@@ -8,7 +8,7 @@",
                        " 7",
                        " 8",
                        " 9",
                        "-10",
                        "+ten",
                        " 11",
                        " 12",
                        " 13");
    }

    @Test
    void nothingIsSaidOfWhatIsTheSame() {
        assertThat(PolicyDiff.of(publication(1, "a: 1\n"), publication(3, "a: 1\n")))
                .containsExactly("version 1 and version 3 are the same");
        assertThat(PolicyDiff.of(publication(1, "a: 1\n"), publication(2, "a: 1\r\n")))
                .containsExactly("version 1 and version 2 differ in the ends of lines only");
    }

    @Test
    void oneLineAmongFiftyThousandIsFound() {
        String all = lines(0, 50_000);

        assertThat(PolicyDiff.of(publication(1, all), publication(2, all.replace("\n40000\n", "\n"))))
                .contains("-40000")
                .hasSize(2 + 1 + 7);
    }

    /** Fifty thousand lines that are all others would take minutes and gigabytes. */
    @Test
    void tooManyDifferencesAreCountedOnly() {
        assertThat(PolicyDiff.of(publication(1, lines(0, 50_000)), publication(2, lines(50_000, 100_000))))
                .containsExactly(
                        "--- version 1, 50000 lines",
                        "+++ version 2, 50000 lines",
                        "more than 2000 lines differ; compare what weir policy show prints");
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    private static Publication publication(long version, String yaml) {
        return new Publication(version, yaml, Publication.hashOf(yaml), "", "", 0);
    }
}
