package io.weirkeeper.metrics;

import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.DebounceRule;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Policy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values that the label {@code rule} may have: ids of rules of the policies that were in force, up to a bound. So the number of
 * time series, which never go away, is bounded, whatever policies name their rules. Limits have places that no keyword can take.
 */
final class RuleLabels {
    /** Over all policies. */
    static final int MOST = 1_000;

    /** Of these, such as judge the text: a policy may have thousands. */
    static final int MOST_ON_CONTENT = 250;

    static final int MOST_OF_POLICY = 500;
    static final String NONE = "none";
    static final String OTHER = "other";

    /** What can stop a message and has no id of its own. */
    private static final Set<String> ALWAYS =
            Set.of(DuplicateRule.ID, DebounceRule.ID, "blocked", "maxAge", "registeredOnly");

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private int onContent;

    RuleLabels() {
        known.addAll(ALWAYS);
    }

    /** From now on the ids of this policy are shown, as far as there is room; those of limits first. */
    synchronized void add(Policy policy) {
        int places = MOST_OF_POLICY - ALWAYS.size();
        policy.limits().stream().limit(places).map(LimitRule::id).forEach(this::add);
        policy.content()
                .terms()
                .limit(Math.max(0, places - policy.limits().size()))
                .map(ContentTerms::id)
                .forEach(this::addOnContent);
    }

    private void addOnContent(String id) {
        if (onContent < MOST_ON_CONTENT && add(id)) {
            onContent++;
        }
    }

    private boolean add(String id) {
        return known.size() < MOST && known.add(id);
    }

    String of(Optional<String> rule) {
        return rule.map(this::of).orElse(NONE);
    }

    String of(String rule) {
        return known.contains(rule) ? rule : OTHER;
    }
}
