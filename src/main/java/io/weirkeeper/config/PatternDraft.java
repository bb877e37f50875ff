package io.weirkeeper.config;

import com.google.re2j.Pattern;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.PatternRule;
import java.util.List;
import java.util.Optional;

/**
 * An entry of {@code content.patterns} as far as it could be read.
 *
 * @param rule the pattern, if nothing in it is wrong
 */
record PatternDraft(ChosenId id, Optional<PatternRule> rule) {

    static Optional<PatternDraft> read(YamlMap map) {
        Optional<String> id = map.required("id", YamlValue::nonEmptyText);
        Optional<Pattern> regex = map.required("regex", RegexValue::read);
        Optional<ContentTerms> terms = ContentWords.terms(map, id);
        Optional<PatternRule> rule = map.isSound()
                ? Optional.of(new PatternRule(terms.orElseThrow(), regex.orElseThrow()))
                : Optional.empty();
        return Optional.of(new PatternDraft(new ChosenId(map, id), rule));
    }

    /** Says which patterns are the same as others but for the id. */
    static void checkTwins(List<PatternDraft> patterns) {
        Twins twins = new Twins("pattern");
        patterns.forEach(pattern -> pattern.rule()
                .ifPresent(rule ->
                        twins.check(pattern.id(), rule.terms(), rule.pattern().pattern())));
    }
}
