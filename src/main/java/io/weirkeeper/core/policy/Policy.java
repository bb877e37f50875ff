package io.weirkeeper.core.policy;

import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.penalty.Ladder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Every rule in force.
 *
 * @param version of the published policy; 0 for one that comes from a file
 * @param keyedBy the field whose value is the subject: SENDER or RECIPIENT
 * @param maxAge milliseconds
 * @param admins subjects to whom no rule applies
 * @param trustedFactor multiplies the counts of trusted subjects' limits, at least 1
 */
public record Policy(
        long version,
        String name,
        Mode mode,
        MessageField keyedBy,
        boolean registeredOnly,
        OptionalLong maxAge,
        Set<String> admins,
        Set<String> blockedSenders,
        Set<String> blockedAddresses,
        Set<String> trustedSenders,
        int trustedFactor,
        Optional<CommandPattern> commands,
        Optional<DuplicateRule> duplicates,
        List<LimitRule> limits,
        ContentRules content,
        Ladder penalties,
        Optional<NoticeTexts> notices,
        Optional<DebounceRule> debounce,
        QueueRule queue,
        List<PriorityRule> priorities,
        Optional<BackoffRule> providerBackoff) {

    /** The same rules, as this published version. */
    public Policy withVersion(long published) {
        return new Policy(
                published,
                name,
                mode,
                keyedBy,
                registeredOnly,
                maxAge,
                admins,
                blockedSenders,
                blockedAddresses,
                trustedSenders,
                trustedFactor,
                commands,
                duplicates,
                limits,
                content,
                penalties,
                notices,
                debounce,
                queue,
                priorities,
                providerBackoff);
    }

    /** A message with its command, by which it is judged; what goes out is the message as it came. */
    public Message read(Message message) {
        return commands.isPresent() ? commands.get().read(message) : message;
    }

    /** The limits that are judged at a gate. */
    public List<LimitRule> limitsOf(GateKind gate) {
        return limits.stream()
                .filter(limit -> GateKind.of(limit.per(), keyedBy) == gate)
                .toList();
    }

    public Policy {
        if (keyedBy != MessageField.SENDER && keyedBy != MessageField.RECIPIENT) {
            throw new IllegalArgumentException("keyedBy must be sender or recipient, not " + keyedBy.label());
        }
        if (trustedFactor < 1) {
            throw new IllegalArgumentException("trusted.factor must be at least 1, not " + trustedFactor);
        }
        admins = Set.copyOf(admins);
        blockedSenders = Set.copyOf(blockedSenders);
        blockedAddresses = Set.copyOf(blockedAddresses);
        trustedSenders = Set.copyOf(trustedSenders);
        limits = List.copyOf(limits);
        priorities = List.copyOf(priorities);
        Set<String> ids = new HashSet<>(Set.of(DuplicateRule.ID, DebounceRule.ID));
        for (LimitRule limit : limits) {
            if (!ids.add(limit.id())) {
                throw new IllegalArgumentException("two rules with the id " + limit.id());
            }
            if (limit.strikes() > 0 && GateKind.of(limit.per(), keyedBy) != GateKind.SUBJECT) {
                throw new IllegalArgumentException(
                        "limit " + limit.id() + " has strikes and is not per " + keyedBy.label());
            }
        }
        content.terms().filter(terms -> !ids.add(terms.id())).findFirst().ifPresent(terms -> {
            throw new IllegalArgumentException("two rules with the id " + terms.id());
        });
        if (duplicates.isPresent() && !duplicates.get().per().contains(keyedBy)) {
            throw new IllegalArgumentException("duplicates is not per " + keyedBy.label());
        }
        if (debounce.isPresent() && !debounce.get().per().contains(keyedBy)) {
            throw new IllegalArgumentException("debounce is not per " + keyedBy.label());
        }
    }
}
