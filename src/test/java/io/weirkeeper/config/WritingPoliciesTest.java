package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/writing-policies.md says is so. */
class WritingPoliciesTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(page())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAValidPolicy(String example) {
        assertThat(Policies.problems(example)).as(example).isEmpty();
    }

    @Test
    void everySectionHasAnExample() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void everyKeyIsNamed() throws IOException {
        assertThat(knownBeside("?unknown: x"))
                .hasSize(18)
                .allSatisfy(key -> assertThat(page()).contains("`" + key));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Duplicates            | 'duplicates: {?unknown: x}'",
                "Limits                | 'limits: [{?unknown: x}]'",
                "Queue                 | 'queue: {?unknown: x}'",
                "Priorities            | 'priorities: [{?unknown: x}]'",
                "Debounce              | 'debounce: {?unknown: x}'",
                "Provider backoff      | 'providerBackoff: {?unknown: x}'",
                "Strikes and penalties | 'penalties: {?unknown: x}'",
                "Notices               | 'notices: {?unknown: x}'",
            })
    void everyKeyOfASectionHasARowInItsTable(String heading, String policy) throws IOException {
        String section = page().split("(?m)^## " + heading + "$", -1)[1].split("(?m)^## ", -1)[0];

        assertThat(knownBeside(policy))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(section).contains("\n| `" + key + "` |"));
    }

    /** The keys that the reader names to the author of an unknown one. */
    private static List<String> knownBeside(String unknownKey) {
        return Policies.problems(unknownKey).stream()
                .flatMap(problem ->
                        Pattern.compile("known here: (.*)").matcher(problem).results())
                .flatMap(match -> Pattern.compile(", ").splitAsStream(match.group(1)))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/writing-policies.md"));
    }
}
