package io.weirkeeper.core.policy;

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
        Ladder penalties,
        Optional<NoticeTexts> notices) {

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
        Set<String> ids = new HashSet<>(Set.of(DuplicateRule.ID));
        for (LimitRule limit : limits) {
            if (!ids.add(limit.id())) {
                throw new IllegalArgumentException("two rules with the id " + limit.id());
            }
            if (!limit.per().contains(keyedBy)) {
                throw new IllegalArgumentException("limit " + limit.id() + " is not per " + keyedBy.label());
            }
        }
        if (duplicates.isPresent() && !duplicates.get().per().contains(keyedBy)) {
            throw new IllegalArgumentException("duplicates is not per " + keyedBy.label());
        }
    }
}
