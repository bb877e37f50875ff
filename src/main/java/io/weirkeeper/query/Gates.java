package io.weirkeeper.query;

import io.weirkeeper.core.gate.Lists;
import io.weirkeeper.core.gate.Rules;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.gate.WiderGate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.service.NotReadyException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The gates by the policy in force, made anew when that changes; apart from those that judge, and with the same rules. */
final class Gates {
    private final LivePolicy policy;
    private final Lists lists;
    private volatile Judging latest;

    /** The gates under one policy. */
    record Judging(Rules rules, SenderGate gate, WiderGate global) {}

    /** The lists as they are now. */
    interface CurrentLists {
        Lists get() throws NotReadyException;
    }

    Gates(LivePolicy policy, CurrentLists current) {
        this.policy = policy;
        this.lists = new Lists() {
            @Override
            public boolean isBlocked(String address) {
                return now(current).isBlocked(address);
            }

            @Override
            public boolean isGlobalGatePaused() {
                return now(current).isGlobalGatePaused();
            }
        };
        this.latest = make(policy.rules());
    }

    private static Lists now(CurrentLists current) {
        try {
            return current.get();
        } catch (NotReadyException e) {
            throw new InvalidStateStoreException(e);
        }
    }

    /** Two threads may make the same: that does no harm. */
    Judging now() {
        Rules rules = policy.rules();
        Judging known = latest;
        if (known.rules() != rules) {
            known = make(rules);
            latest = known;
        }
        return known;
    }

    private Judging make(Rules rules) {
        return new Judging(rules, new SenderGate(rules, lists), new WiderGate(GateKind.GLOBAL, rules.policy(), lists));
    }
}
