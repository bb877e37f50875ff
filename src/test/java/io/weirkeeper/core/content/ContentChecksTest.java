package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.ContentRules;
import org.junit.jupiter.api.Test;

/** From rules to checks. */
class ContentChecksTest {

    @Test
    void thereIsACheckForEachKindInTheOrderOfJudgement() {
        assertThat(ContentChecks.of(HostileTextsTest.ALL_RULES))
                .extracting(check -> check.getClass().getSimpleName())
                .containsExactly(
                        "KeywordCheck",
                        "PatternCheck",
                        "RepeatedCheck",
                        "CapitalsCheck",
                        "LinksCheck",
                        "ClassifierCheck");
    }

    @Test
    void withoutRulesThereIsNone() {
        assertThat(ContentChecks.of(ContentRules.NONE)).isEmpty();
    }
}
