package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Effect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How messages leave the sender gate: refused with all that follows from it, allowed, or on to a wider gate. */
final class SenderExit implements Exit {
    private final Policy policy;
    private final Check standing;
    private final Sentencing sentencing;
    private final Route route;
    private final Lists lists;

    SenderExit(Policy policy, Check standing, Lists lists) {
        this.policy = policy;
        this.standing = standing;
        this.sentencing = new Sentencing(policy);
        this.route = new Route(policy);
        this.lists = lists;
    }

    @Override
    public Hearing hear(Candidate candidate, SubjectState state, Moment moment) {
        String subject = policy.keyedBy().of(candidate.message()).orElseThrow();
        Hearing hearing = new Hearing(
                policy, policy.read(candidate.message()), subject, moment, state.activity(), state.standing());
        candidate.flags().forEach(hearing::flag);
        return hearing;
    }

    @Override
    public Optional<Refusal> stops(Hearing hearing) {
        return standing.ask(hearing);
    }

    @Override
    public boolean isPaused(Hearing hearing) {
        return false;
    }

    @Override
    public OptionalLong pausedUntil(Hearing hearing) {
        return OptionalLong.empty();
    }

    @Override
    public Decision refuse(Refusal refusal, Candidate candidate, Hearing hearing, SubjectState state) {
        long held = candidate.heldUntil(hearing.decidedAt());
        return sentencing.decide(refusal, candidate.message(), held, hearing, state.standing(), state::ledger);
    }

    /** A message stops here that has just come. */
    Decision refuse(Refusal refusal, Message message, Hearing hearing, Standing before, SubjectState state) {
        return sentencing.decide(refusal, message, 0, hearing, before, state::ledger);
    }

    @Override
    public Decision keep(Hearing hearing, SubjectState state) {
        return decision(hearing, state.standing(), List.of());
    }

    @Override
    public Decision pass(Candidate candidate, Hearing hearing, SubjectState state) {
        Candidate flagged = candidate.flagged(hearing.flags());
        Optional<GateKind> next = next(hearing);
        Effect effect = next.isPresent()
                ? Route.transfer(next.get(), flagged, hearing.message(), hearing.decidedAt())
                : Allowed.of(flagged, hearing.decidedAt(), policy.version());
        return decision(hearing, state.standing(), hearing.lettingOn(effect));
    }

    /** The next gate of the message, if there is another. */
    Optional<GateKind> next(Hearing hearing) {
        return route.after(GateKind.SUBJECT, hearing.message(), hearing.tier(), lists.isGlobalGatePaused());
    }

    /** What the gate keeps of a message that it does not refuse. */
    static Decision decision(Hearing hearing, Standing before, List<Effect> effects) {
        return new Decision(
                Optional.of(hearing.after(true, hearing.before().noticeAt())),
                Decision.changed(before, hearing.standing()),
                Optional.empty(),
                effects);
    }
}
