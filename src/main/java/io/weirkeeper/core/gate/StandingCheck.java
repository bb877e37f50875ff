package io.weirkeeper.core.gate;

import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Reason;
import java.util.Optional;
import java.util.OptionalLong;

/** Stops those who are blocked, penalized or, where the policy asks for it, not registered; in this order. */
record StandingCheck(Policy policy, Limits limits) implements Check {

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        return blockedByPolicy(hearing)
                .or(() -> blockedByOperator(hearing))
                .or(() -> penalized(hearing))
                .or(() -> unregistered(hearing));
    }

    private Optional<Refusal> blockedByPolicy(Hearing hearing) {
        return policy.blockedSenders().contains(hearing.subject())
                ? hearing.enforce("blocked", Refusal.because(Reason.BLOCKLISTED, "blocked by the policy"))
                : Optional.empty();
    }

    private static Optional<Refusal> blockedByOperator(Hearing hearing) {
        return hearing.standing()
                .block()
                .map(block -> Refusal.because(Reason.BLOCKLISTED, detail(block))
                        .retryAt(block.term().until()));
    }

    private static String detail(Standing.Block block) {
        return "blocked" + block.by().map(by -> " by " + by).orElse(" by an operator")
                + block.reason().map(reason -> ": " + reason).orElse("");
    }

    private Optional<Refusal> penalized(Hearing hearing) {
        Optional<Standing.Imposed> imposed = hearing.standing().penalty();
        if (imposed.isEmpty()) {
            return Optional.empty();
        }
        Penalty penalty = imposed.get().penalty();
        OptionalLong retryAt = penalty.kind() == PenaltyKind.PERMANENT
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(penalty.until().orElse(0), limits.freeAt(hearing)));
        String detail = penalty.kind() + " after " + penalty.strikes() + " strikes";
        return hearing.enforce(
                "penalties", Refusal.because(Reason.PENALIZED, detail).retryAt(retryAt));
    }

    private Optional<Refusal> unregistered(Hearing hearing) {
        return policy.registeredOnly() && hearing.standing().registration().isEmpty()
                ? hearing.enforce("registeredOnly", Refusal.because(Reason.UNREGISTERED, "not registered"))
                : Optional.empty();
    }
}
