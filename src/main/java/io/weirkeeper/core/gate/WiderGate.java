package io.weirkeeper.core.gate;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Term;
import io.weirkeeper.core.standing.Tier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A gate after the sender gate: limits by user, conversation or address, or over all messages. What the gates before have counted
 * stays counted if this one refuses. The global gate can be paused; its standing says so. Pure, as the sender gate is.
 */
public final class WiderGate {
    private final MessageField keyedBy;
    private final Limits limits;
    private final WiderExit exit;
    private final Queue queue;
    private final Admission admission;
    private final Optional<Backoff> backoff;

    public WiderGate(GateKind kind, Policy policy, Lists lists) {
        this.keyedBy = policy.keyedBy();
        this.limits = new Limits(policy, kind);
        this.exit = new WiderExit(kind, policy, lists);
        this.queue = new Queue(limits, policy.queue(), exit);
        this.admission = new Admission(limits, queue, exit);
        this.backoff = policy.mode() == Mode.ENFORCE ? policy.providerBackoff().map(Backoff::new) : Optional.empty();
    }

    /** What becomes of a message under one key of this gate. All that was due before it must have been released. */
    public Decision decide(Candidate candidate, SubjectState state, Moment moment) {
        Docket docket = new Docket(state);
        Hearing hearing = exit.hear(candidate, docket, moment);
        Optional<Refusal> refusal = limits.askOnArrival(hearing);
        if (refusal.isPresent()) {
            docket.take(exit.refuse(refusal.get(), candidate, hearing, docket));
        } else {
            admission.admit(candidate, hearing, docket, moment);
        }
        return docket.changesWaiting() ? docket.decision().with(due(docket, moment)) : docket.decision();
    }

    /** How much of each limit is used under a key; those that count by more than that key are only named. */
    public List<LimitUsage> usage(SubjectState state, Moment moment) {
        Message message = Inquiry.ofGate().message(keyedBy);
        Candidate candidate = new Candidate(message, Tier.NORMAL, 0, 0, List.of(), List.of(), OptionalLong.empty());
        return limits.usage(exit.hear(candidate, state, moment), LimitCheck::countsBySubjectOnly);
    }

    /** Pauses the global gate, or lets it go on. */
    public Decision decide(ControlEvent event, SubjectState state, Moment moment) {
        Optional<Standing.Block> pause = event.type() == ControlType.PAUSE
                ? Optional.of(new Standing.Block(new Term(event.until()), event.at(), event.by(), event.reason()))
                : Optional.empty();
        Docket docket = new Docket(state);
        docket.take(Decision.of(docket.standing().withBlock(pause)));
        if (pause.isEmpty()) {
            queue.endPause(docket, moment);
        }
        return advanced(docket, moment);
    }

    /** Takes note of what a provider answered: too many refusals pause the global gate. */
    public Decision decide(DeliveryReport report, SubjectState state, Moment moment) {
        Docket docket = new Docket(state);
        backoff.ifPresent(rule -> rule.hear(report, docket, moment));
        return advanced(docket, moment);
    }

    /** Lets on the messages that have room at the present, and stops those that have waited too long. */
    public Decision release(SubjectState state, Moment moment) {
        return advanced(new Docket(state), moment);
    }

    private Decision advanced(Docket docket, Moment moment) {
        Standing standing = docket.standing();
        if (!standing.at(moment.present()).equals(standing)) {
            docket.take(Decision.of(standing.at(moment.present())));
            queue.endPause(docket, moment);
        }
        queue.advance(docket, moment);
        return docket.decision().with(due(docket, moment));
    }

    /** When to release what waits under a key, and to see that a pause is over. */
    public Due due(SubjectState state, Moment moment) {
        Docket docket = new Docket(state);
        OptionalLong pausedUntil =
                docket.standing().block().map(pause -> pause.term().until()).orElse(OptionalLong.empty());
        OptionalLong queued = queue.dueAt(docket, moment);
        return new Due(OptionalLong.empty(), queued.isPresent() ? queued : pausedUntil);
    }
}
