package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.PriorityRule;
import io.weirkeeper.core.standing.Tier;
import java.util.List;

/** Who goes first: trusted subjects, then by the message's own priority, or else by the first rule of the policy that is for it. */
record Priorities(List<PriorityRule> rules) {
    private static final int NORMAL = 4;

    int rank(Message message, Tier tier) {
        if (tier == Tier.TRUSTED) {
            return Candidate.TRUSTED_RANK;
        }
        if (message.priority().isPresent()) {
            return message.priority().getAsInt();
        }
        for (PriorityRule rule : rules) {
            if (rule.when().holds(message, tier)) {
                return rule.is();
            }
        }
        return NORMAL;
    }
}
