package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.core.verdict.Transfer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which gates a message visits: each only if the policy has a rule there that is for the message. */
final class Route {
    private static final GateKind[] IN_ORDER = GateKind.values();

    private final Map<GateKind, List<LimitRule>> limits = new EnumMap<>(GateKind.class);
    private final boolean alwaysGlobal;

    Route(Policy policy) {
        for (GateKind gate : IN_ORDER) {
            List<LimitRule> rules = policy.limitsOf(gate);
            if (gate != GateKind.SUBJECT && !rules.isEmpty()) {
                limits.put(gate, rules);
            }
        }
        alwaysGlobal = policy.providerBackoff().isPresent();
    }

    /**
     * The next gate after this one, if there is another before the message is allowed.
     *
     * @param paused whether the global gate is paused: then every message waits there
     */
    Optional<GateKind> after(GateKind gate, Message message, Tier tier, boolean paused) {
        if (limits.isEmpty() && !alwaysGlobal && !paused) {
            return Optional.empty();
        }
        for (int i = gate.ordinal() + 1; i < IN_ORDER.length; i++) {
            GateKind next = IN_ORDER[i];
            boolean visits = next == GateKind.GLOBAL && (alwaysGlobal || paused);
            if (visits || isFor(next, message, tier)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    static Transfer transfer(GateKind next, Candidate candidate, Message judged, long at) {
        return new Transfer(
                next, next.field().flatMap(field -> field.of(judged)).orElse(""), candidate, at);
    }

    private boolean isFor(GateKind gate, Message message, Tier tier) {
        for (LimitRule rule : limits.getOrDefault(gate, List.of())) {
            if (rule.when().holds(message, tier) && hasAll(rule, message)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAll(LimitRule rule, Message message) {
        for (MessageField field : rule.per()) {
            if (field.of(message).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
