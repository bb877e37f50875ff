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
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void everyKeyIsNamed() throws IOException {
        List<String> known = Policies.problems("?unknown: x").stream()
                .flatMap(problem ->
                        Pattern.compile("known here: (.*)").matcher(problem).results())
                .flatMap(match -> Pattern.compile(", ").splitAsStream(match.group(1)))
                .toList();

        assertThat(known).hasSize(18).allSatisfy(key -> assertThat(page()).contains("`" + key));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/writing-policies.md"));
    }
}
