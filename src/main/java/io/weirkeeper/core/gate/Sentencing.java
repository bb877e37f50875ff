package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Turns a refusal into a verdict: with strikes and penalties, the time to try again, and a notice. */
final class Sentencing {
    private final Policy policy;
    private final Optional<Notices> notices;

    Sentencing(Policy policy) {
        this.policy = policy;
        this.notices = policy.notices().map(Notices::new);
    }

    /**
     * @param held how long the message has waited, in milliseconds
     */
    Decision decide(
            Refusal refusal, Message message, long held, Hearing hearing, Standing before, Supplier<Ledger> ledger) {
        long at = hearing.decidedAt();
        Consequences consequences = Consequences.of(refusal, hearing.subject(), message.id(), at, policy, ledger);
        Standing standing = standing(consequences, hearing);
        // On a violating message what it led to; on those that are stopped for it, what is in force.
        Optional<Penalty> penalty = refusal.reason() == Reason.PENALIZED
                ? standing.penalty().map(Standing.Imposed::penalty)
                : consequences.penalty();
        OptionalLong retryAt = retryAt(refusal, penalty);
        Optional<String> notice = notice(refusal, penalty.isPresent(), standing, hearing, retryAt);
        if (notice.isPresent() && penalty.isPresent()) {
            standing = standing.withPenalty(standing.penalty().map(Standing.Imposed::withNotice));
        }
        Blocked blocked = new Blocked(
                message,
                at,
                policy.version(),
                refusal.reason(),
                refusal.rule(),
                refusal.detail(),
                retryAt,
                penalty,
                notice,
                held);
        List<Effect> effects = new ArrayList<>(1 + consequences.audit().size());
        effects.add(blocked);
        effects.addAll(consequences.audit());
        OptionalLong noticeAt =
                notice.isPresent() ? OptionalLong.of(at) : hearing.before().noticeAt();
        boolean remembersText = refusal.reason() != Reason.RATE_LIMITED;
        return new Decision(
                Optional.of(hearing.after(remembersText, noticeAt)),
                Decision.changed(before, standing),
                consequences.ledger(),
                effects);
    }

    private static Standing standing(Consequences consequences, Hearing hearing) {
        return consequences
                .penalty()
                .filter(penalty -> penalty.stops(hearing.at()))
                .map(penalty -> new Standing.Imposed(penalty, hearing.at(), consequences.rule(), false))
                .map(imposed -> hearing.standing().withPenalty(Optional.of(imposed)))
                .orElse(hearing.standing());
    }

    private static OptionalLong retryAt(Refusal refusal, Optional<Penalty> penalty) {
        if (penalty.isPresent() && penalty.get().kind() == PenaltyKind.PERMANENT) {
            return OptionalLong.empty();
        }
        OptionalLong until = penalty.isPresent() ? penalty.get().until() : OptionalLong.empty();
        return until.isEmpty()
                ? refusal.retryAt()
                : OptionalLong.of(Math.max(until.getAsLong(), refusal.retryAt().orElse(0)));
    }

    private Optional<String> notice(
            Refusal refusal, boolean penalized, Standing standing, Hearing hearing, OptionalLong retryAt) {
        boolean toldBefore =
                penalized && standing.penalty().map(Standing.Imposed::noticed).orElse(false);
        return notices.filter(
                        texts -> !toldBefore && texts.isDue(hearing.before().noticeAt(), hearing.decidedAt()))
                .flatMap(texts -> texts.text(refusal, hearing.message().language(), hearing.decidedAt(), retryAt));
    }
}
