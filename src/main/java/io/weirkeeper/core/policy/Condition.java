package io.weirkeeper.core.policy;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.standing.Tier;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Which messages a rule is for: those in which every named field has one of the values listed for it.
 *
 * @param fields allowed values by field; commands are compared without case
 * @param tiers allowed tiers; empty for any
 */
public record Condition(Map<MessageField, Set<String>> fields, Set<Tier> tiers) {

    public static final Condition ALWAYS = new Condition(Map.of(), Set.of());

    public Condition {
        Map<MessageField, Set<String>> comparable = new EnumMap<>(MessageField.class);
        fields.forEach((field, values) -> comparable.put(
                field, Set.copyOf(values.stream().map(field::comparable).toList())));
        fields = Map.copyOf(comparable);
        tiers = Set.copyOf(tiers);
    }

    /** Whether the rule is for this message of a subject of this tier. */
    public boolean holds(Message message, Tier tier) {
        if (!tiers.isEmpty() && !tiers.contains(tier)) {
            return false;
        }
        for (Map.Entry<MessageField, Set<String>> wanted : fields.entrySet()) {
            if (!wanted.getKey().of(message).map(wanted.getValue()::contains).orElse(false)) {
                return false;
            }
        }
        return true;
    }
}
