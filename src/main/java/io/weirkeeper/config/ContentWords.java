package io.weirkeeper.config;

import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Severity;
import java.util.Optional;

/** Words that the rules on content share. */
final class ContentWords {
    private static final Words<Severity> SEVERITIES = Words.ofEnum(Severity.values());

    private ContentWords() {}

    /** {@code severity}, {@code mode} and {@code when} of a rule with this id; severity is high if the key is absent. */
    static Optional<ContentTerms> terms(YamlMap rule, Optional<String> id) {
        Optional<Severity> severity = rule.optional("severity", value -> value.oneOf(SEVERITIES), Severity.HIGH);
        Optional<Mode> mode = PolicyWords.mode(rule);
        Optional<Condition> when = ConditionSection.read(rule);
        if (id.isEmpty() || severity.isEmpty() || mode.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ContentTerms(id.get(), severity.get(), mode.get(), when.get()));
    }
}
