package io.weirkeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.scenario.PolicyText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rules have series of their own. */
class RuleLabelsTest {
    private final RuleLabels labels = new RuleLabels();

    @Test
    void noMoreRulesOfAPolicyAreShownThanFit() {
        labels.add(policy(limits("r", RuleLabels.MOST_OF_POLICY)));

        assertThat(labels.of("r0")).isEqualTo("r0");
        assertThat(shown("r", RuleLabels.MOST_OF_POLICY) + 5)
                .as("with the five that need no id")
                .isEqualTo(RuleLabels.MOST_OF_POLICY);
        assertThat(labels.of("r" + (RuleLabels.MOST_OF_POLICY - 1))).isEqualTo("other");
        assertThat(labels.of(Optional.empty())).isEqualTo("none");
    }

    @Test
    void aLimitIsShownHoweverManyKeywordsCameBeforeIt() {
        labels.add(policy(keywords("k", 5_000)));
        labels.add(policy(limits("later", 1)));

        assertThat(labels.of("later0")).isEqualTo("later0");
        assertThat(labels.of("k0")).as("named before").isEqualTo("k0");
        assertThat(labels.of("k4999")).isEqualTo("other");
    }

    @Test
    void keywordsTakeNoMoreThanTheirPlacesOverAllPolicies() {
        labels.add(policy(limits("r", 2) + keywords("k", RuleLabels.MOST_ON_CONTENT - 1)));
        labels.add(policy(limits("r", 2) + keywords("j", 10)));

        assertThat(shown("k", RuleLabels.MOST_ON_CONTENT) + shown("j", 10)).isEqualTo(RuleLabels.MOST_ON_CONTENT);
        assertThat(labels.of("j0")).isEqualTo("j0");
        assertThat(labels.of("j1")).isEqualTo("other");
    }

    @Test
    void afterManyPoliciesNoMoreAreShownThanThereMayEverBe() {
        IntStream.range(0, 4).forEach(i -> labels.add(policy(limits("p" + i + "-", 300))));

        long all =
                IntStream.range(0, 4).mapToLong(i -> shown("p" + i + "-", 300)).sum();
        assertThat(all + 5).isEqualTo(RuleLabels.MOST);
    }

    private long shown(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i)
                .filter(id -> labels.of(id).equals(id))
                .count();
    }

    private static String limits(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  - {id: %s%d, per: [sender], allow: %d per 1m}\n".formatted(prefix, i, i + 1))
                .collect(Collectors.joining("", "limits:\n", ""));
    }

    private static String keywords(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "    - {id: %s%d, text: word%d}\n".formatted(prefix, i, i))
                .collect(Collectors.joining("", "content:\n  keywords:\n", ""));
    }

    private static Policy policy(String text) {
        return PolicyText.valid(text);
    }
}
