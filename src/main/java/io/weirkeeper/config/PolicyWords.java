package io.weirkeeper.config;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words that several sections of a policy share. */
final class PolicyWords {
    private static final Words<Mode> MODES = Words.ofEnum(Mode.values());
    private static final Words<MessageField> FIELDS = Words.of(List.of(MessageField.values()), MessageField::label);

    private PolicyWords() {}

    /** {@code mode}: enforce if the key is absent. */
    static Optional<Mode> mode(YamlMap rule) {
        return rule.optional("mode", value -> value.oneOf(MODES), Mode.ENFORCE);
    }

    /** {@code strikes}: 0 if the key is absent. */
    static Optional<Integer> strikes(YamlMap rule) {
        return rule.optional("strikes", value -> value.wholeNumber(0, Integer.MAX_VALUE), 0);
    }

    /** The names of message fields, each at most once. */
    static Optional<Set<MessageField>> fields(YamlValue value) {
        return value.items().flatMap(PolicyWords::fields);
    }

    /** {@code per} of a rule of the subject's gate: the keyedBy field if the key is absent, and never without it. */
    static Optional<Set<MessageField>> perSubject(YamlMap rule, Optional<MessageField> keyedBy) {
        Optional<Set<MessageField>> per =
                rule.optional("per", PolicyWords::fields, keyedBy.map(Set::of).orElse(Set.of()));
        if (keyedBy.isPresent() && per.isPresent() && !per.get().contains(keyedBy.get())) {
            rule.problem(
                    "per", "must contain the keyedBy field, " + keyedBy.get().label());
        }
        return per;
    }

    private static Optional<Set<MessageField>> fields(List<YamlValue> items) {
        Set<MessageField> fields = EnumSet.noneOf(MessageField.class);
        for (YamlValue item : items) {
            item.oneOf(FIELDS)
                    .filter(field -> !fields.add(field))
                    .ifPresent(field -> item.problem('"' + field.label() + "\" is named twice"));
        }
        return fields.size() == items.size() ? Optional.of(fields) : Optional.empty();
    }

    /** Senders, addresses and other opaque texts: no text if the key is absent. */
    static Set<String> texts(YamlMap map, String key) {
        return map.optional(key, value -> value.list(YamlValue::text))
                .<Set<String>>map(Set::copyOf)
                .orElse(Set.of());
    }
}
