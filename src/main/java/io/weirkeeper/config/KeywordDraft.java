package io.weirkeeper.config;

import io.weirkeeper.core.content.KeywordCheck;
import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.KeywordRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of {@code content.keywords} as far as it could be read.
 *
 * @param rule the keyword, if nothing in it is wrong
 */
record KeywordDraft(ChosenId id, Optional<KeywordRule> rule) {

    /** All that a keyword finds. */
    private record Sought(Set<String> forms, boolean anywhere) {}

    static Optional<KeywordDraft> read(YamlMap map) {
        Optional<String> id = map.required("id", YamlValue::nonEmptyText);
        Optional<String> text = map.required("text", KeywordDraft::visibleText);
        Optional<Boolean> anywhere = map.optional("anywhere", YamlValue::flag, false);
        Optional<ContentTerms> terms = ContentWords.terms(map, id);
        ChosenId chosen = new ChosenId(map, id);
        if (!map.isSound()) {
            return Optional.of(new KeywordDraft(chosen, Optional.empty()));
        }
        KeywordRule rule = new KeywordRule(terms.orElseThrow(), text.orElseThrow(), anywhere.orElseThrow());
        return Optional.of(new KeywordDraft(chosen, Optional.of(rule)));
    }

    private static Optional<String> visibleText(YamlValue value) {
        return value.nonEmptyText().filter(text -> {
            boolean visible = !new Text(text).folded().isEmpty();
            if (!visible) {
                value.problem("nothing visible is left of it when texts are compared; it could never match");
            }
            return visible;
        });
    }

    /** Says which keywords are the same as others but for the id. */
    static void checkTwins(List<KeywordDraft> keywords) {
        Twins twins = new Twins("keyword");
        keywords.forEach(keyword -> keyword.rule()
                .ifPresent(rule -> twins.check(
                        keyword.id(), rule.terms(), new Sought(KeywordCheck.forms(rule.text()), rule.anywhere()))));
    }
}
