package io.weirkeeper.config;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.PriorityRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code priorities}: how urgent messages are that do not say so themselves. */
final class PrioritiesSection {
    private PrioritiesSection() {}

    static Optional<List<PriorityRule>> read(YamlValue value) {
        Map<Condition, Integer> lines = new HashMap<>();
        return value.list(item -> item.mapping(map -> rule(map, lines)));
    }

    /**
     * @param lines where the conditions of the entries above stand
     */
    private static Optional<PriorityRule> rule(YamlMap map, Map<Condition, Integer> lines) {
        Optional<Condition> when = ConditionSection.readRequired(map);
        Optional<Integer> is = map.required("is", value -> value.wholeNumber(0, Message.HIGHEST_PRIORITY));
        when.ifPresent(condition -> check(map, condition, lines));
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new PriorityRule(when.orElseThrow(), is.orElseThrow()));
    }

    private static void check(YamlMap map, Condition when, Map<Condition, Integer> lines) {
        if (when.fields().containsKey(MessageField.PRIORITY)) {
            map.problem("when", "names priority; it could never act: a message keeps the priority that it has");
        }
        Optional.ofNullable(lines.putIfAbsent(when, map.line("when")))
                .ifPresent(line -> map.problem("when", "the same as on line " + line + "; it could never act"));
    }
}
