package io.weirkeeper.core.content;

import io.weirkeeper.core.policy.ContentRules;
import java.util.ArrayList;
import java.util.List;

/** The checks that the content rules of a policy call for. */
public final class ContentChecks {
    private ContentChecks() {}

    /**
     * In the order in which the first match names the verdict: keywords, patterns, repeated, capitals, links, classifier;
     * only those for which there are rules. To build them may take long (seconds for a million keywords), so it is done once for a
     * policy.
     *
     * @throws IllegalArgumentException if nothing visible is left of a keyword
     */
    public static List<ContentCheck> of(ContentRules rules) {
        List<ContentCheck> checks = new ArrayList<>();
        if (!rules.keywords().isEmpty()) {
            checks.add(new KeywordCheck(rules.keywords()));
        }
        if (!rules.patterns().isEmpty()) {
            checks.add(new PatternCheck(rules.patterns()));
        }
        rules.repeated().ifPresent(rule -> checks.add(new RepeatedCheck(rule)));
        rules.capitals().ifPresent(rule -> checks.add(new CapitalsCheck(rule)));
        rules.links().ifPresent(rule -> checks.add(new LinksCheck(rule)));
        rules.classifier().ifPresent(rule -> checks.add(new ClassifierCheck(rule)));
        return List.copyOf(checks);
    }
}
