package io.weirkeeper.config;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.CapitalsRule;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.RepeatedRule;
import java.util.Optional;

/** {@code content.repeated} and {@code content.capitals}. No text is longer than {@link Message#LONGEST_BODY}. */
final class TextShapeSections {
    private TextShapeSections() {}

    static Optional<RepeatedRule> repeated(YamlMap map) {
        Optional<Integer> max = map.required("max", value -> value.wholeNumber(1, Message.LONGEST_BODY - 1));
        Optional<ContentTerms> terms = ContentWords.terms(map, Optional.of(RepeatedRule.ID));
        return map.isSound() ? Optional.of(new RepeatedRule(terms.orElseThrow(), max.orElseThrow())) : Optional.empty();
    }

    static Optional<CapitalsRule> capitals(YamlMap map) {
        Optional<Integer> min = map.required("min", value -> value.wholeNumber(1, Message.LONGEST_BODY));
        Optional<ContentTerms> terms = ContentWords.terms(map, Optional.of(CapitalsRule.ID));
        return map.isSound() ? Optional.of(new CapitalsRule(terms.orElseThrow(), min.orElseThrow())) : Optional.empty();
    }
}
