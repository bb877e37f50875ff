package io.weirkeeper.core.gate;

import io.weirkeeper.core.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a check stops a message, before its consequences are known.
 *
 * @param retryAt when what stopped it no longer does, epoch milliseconds
 * @param offences rules that it offended against, in the order of the policy
 */
record Refusal(Reason reason, Optional<String> rule, String detail, OptionalLong retryAt, List<Offence> offences) {

    /**
     * An offence against a rule.
     *
     * @param key the fingerprint of the rule's id
     * @param strikes what it adds to the ledger if it is a violation
     * @param episode milliseconds during which further offences are the same violation
     */
    record Offence(String rule, long key, int strikes, long episode) {}

    static Refusal because(Reason reason, String detail) {
        return new Refusal(reason, Optional.empty(), detail, OptionalLong.empty(), List.of());
    }

    Refusal retryAt(OptionalLong at) {
        return new Refusal(reason, rule, detail, at, offences);
    }
}
