package io.weirkeeper.config;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.Mode;
import java.util.Optional;
import java.util.Set;

/** {@code duplicates}: the same text again. */
final class DuplicatesSection {
    private DuplicatesSection() {}

    static Optional<DuplicateRule> read(YamlMap map, Optional<MessageField> keyedBy, LongestWindow longestWindow) {
        Optional<Long> window = map.required("window", YamlValue::duration);
        Optional<Set<MessageField>> per = PolicyWords.perSubject(map, keyedBy);
        Optional<Integer> strikes = PolicyWords.strikes(map);
        Optional<Mode> mode = PolicyWords.mode(map);
        Optional<Condition> when = ConditionSection.read(map);
        window.ifPresent(millis -> longestWindow.check(map, "window", millis));
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new DuplicateRule(
                window.orElseThrow(),
                per.orElseThrow(),
                strikes.orElseThrow(),
                mode.orElseThrow(),
                when.orElseThrow()));
    }
}
