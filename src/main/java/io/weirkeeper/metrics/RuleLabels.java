package io.weirkeeper.metrics;

import io.weirkeeper.core.policy.DebounceRule;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Policy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values that the label {@code rule} may have: ids of rules of the policies that were in force, up to a bound. So the number of
 * time series is bounded, whatever a policy with thousands of keywords names its rules.
 */
final class RuleLabels {
    static final int MOST = 500;
    static final String NONE = "none";
    static final String OTHER = "other";

    /** What can stop a message and has no id of its own. */
    private static final Set<String> ALWAYS =
            Set.of(DuplicateRule.ID, DebounceRule.ID, "blocked", "maxAge", "registeredOnly");

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    RuleLabels() {
        known.addAll(ALWAYS);
    }

    /** From now on the ids of this policy are shown, as far as there is room. */
    void add(Policy policy) {
        policy.limits().stream().map(LimitRule::id).forEach(this::add);
        policy.content().terms().forEach(terms -> add(terms.id()));
    }

    private void add(String id) {
        if (known.size() < MOST) {
            known.add(id);
        }
    }

    String of(Optional<String> rule) {
        return rule.map(this::of).orElse(NONE);
    }

    String of(String rule) {
        return known.contains(rule) ? rule : OTHER;
    }
}
