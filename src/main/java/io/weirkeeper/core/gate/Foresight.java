package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Transfer;
import io.weirkeeper.core.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the sender gate would decide of a message, found by letting it decide and keeping nothing.
 *
 * @param policyVersion by which it judges
 */
record Foresight(SenderGate gate, long policyVersion) {
    /** Whoever asks comes after all that wait. */
    private static final long LAST = Long.MAX_VALUE;

    /** The gate looks at what is due many times a second. */
    private static final long LONGEST_OVERDUE = 1_000;

    Outlook of(Message message, SubjectState state, Moment now) {
        Moment moment = new Moment(now.time(), now.present(), LAST);
        Docket docket = new Docket(state);
        releaseOverdue(docket, now);
        Decision decision = gate.decide(message, docket, moment);
        docket.take(decision);
        return decided(decision.effects(), message.id())
                .or(() -> held(docket.waiting()).map(held -> new Outlook.Waits(held, dueAt(held, docket, moment))))
                .orElseThrow(() -> new IllegalStateException("the gate has decided nothing of the message"));
    }

    /** What was due a moment ago may not have been released yet; the gate will do so as of the time at which it was due. */
    private void releaseOverdue(Docket docket, Moment now) {
        long from = Math.min(now.time(), Math.max(docket.activity().time(), now.time() - LONGEST_OVERDUE));
        int steps = 2 * docket.waiting().held().size();
        for (int step = 0; step < steps; step++) {
            Due due = gate.due(docket, new Moment(from, from));
            OptionalLong next = earliest(due.burst(), due.queue());
            if (next.isEmpty() || next.getAsLong() > now.time()) {
                return;
            }
            from = Math.max(from, next.getAsLong());
            boolean burst = due.burst().isPresent() && due.burst().getAsLong() == next.getAsLong();
            long order = LAST - steps + step;
            docket.take(gate.release(docket, new Moment(from, burst ? now.present() : from, order)));
        }
    }

    /** The last that was decided of it: earlier ones would be of another message with the same id. */
    private Optional<Outlook> decided(List<Effect> effects, String id) {
        for (int i = effects.size() - 1; i >= 0; i--) {
            if (effects.get(i) instanceof Verdict verdict
                    && verdict.message().id().equals(id)) {
                return Optional.of(new Outlook.Decided(verdict));
            }
            if (effects.get(i) instanceof Transfer transfer
                    && id(transfer.candidate()).equals(id)) {
                Allowed allowed = Allowed.of(transfer.candidate(), transfer.at(), policyVersion);
                return Optional.of(new Outlook.Onward(allowed, transfer.gate()));
            }
        }
        return Optional.empty();
    }

    private static String id(Candidate candidate) {
        return candidate.message().id();
    }

    private static Optional<Held> held(Waiting waiting) {
        return waiting.held().stream().filter(held -> held.order() == LAST).findFirst();
    }

    /** A burst has an end; who waits in a queue may have others before it, so they are let on one after the other. */
    private long dueAt(Held held, Docket docket, Moment moment) {
        if (held.stage() instanceof Held.InBurst) {
            return gate.endOfBurst(held).orElse(moment.time());
        }
        long now = moment.present();
        // Every step lets somebody on or ends a burst.
        for (int steps = 2 * docket.waiting().held().size(); steps > 0; steps--) {
            Due due = gate.due(docket, new Moment(now, now));
            now = Math.max(now, earliest(due.burst(), due.queue()).orElse(now));
            docket.take(gate.release(docket, new Moment(now, now, LAST)));
            if (held(docket.waiting()).isEmpty()) {
                return now;
            }
        }
        return now;
    }

    private static OptionalLong earliest(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent()
                ? OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()))
                : a.isPresent() ? a : b;
    }
}
