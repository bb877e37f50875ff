package io.weirkeeper.config;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.standing.Tier;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code when}: which messages a rule is for. */
final class ConditionSection {
    private static final String TIER = "tier";
    private static final Words<MessageField> FIELDS = Words.of(List.of(MessageField.values()), MessageField::label);
    private static final Words<Tier> TIERS = Words.of(List.of(Tier.values()), Tier::label);

    private ConditionSection() {}

    /** The condition of a rule: all messages if the key is absent. */
    static Optional<Condition> read(YamlMap rule) {
        return rule.optional("when", value -> value.mapping(ConditionSection::condition), Condition.ALWAYS);
    }

    /** The condition of a rule that is not meant for all messages. */
    static Optional<Condition> readRequired(YamlMap rule) {
        return rule.required("when", value -> value.mapping(ConditionSection::someCondition));
    }

    private static Optional<Condition> someCondition(YamlMap map) {
        if (map.keys().isEmpty()) {
            map.problem("must not be empty; allowed: " + allowed());
        }
        return condition(map);
    }

    /** The condition, if nothing in it is wrong. */
    private static Optional<Condition> condition(YamlMap map) {
        Map<MessageField, Set<String>> fields = new EnumMap<>(MessageField.class);
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        for (String key : map.keys()) {
            Optional<MessageField> field = FIELDS.meaning(key);
            if (key.equals(TIER)) {
                tiers.addAll(values(map, key, value -> value.oneOf(TIERS)));
            } else if (field.isPresent()) {
                fields.put(field.get(), Set.copyOf(values(map, key, YamlValue::text)));
            } else {
                map.problem(key, "unknown field; allowed: " + allowed());
            }
        }
        return map.isSound() ? Optional.of(new Condition(fields, tiers)) : Optional.empty();
    }

    private static String allowed() {
        return FIELDS.listed() + ", " + TIER;
    }

    private static <T> List<T> values(YamlMap map, String key, Function<YamlValue, Optional<T>> reader) {
        return map.required(key, YamlValue::items)
                .map(items -> {
                    if (items.isEmpty()) {
                        map.problem(key, "an empty list: the rule could never act");
                    }
                    return items.stream().map(reader).flatMap(Optional::stream).toList();
                })
                .orElse(List.of());
    }
}
