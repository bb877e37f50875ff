package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.limit.DurationText;
import io.weirkeeper.core.policy.QueueRule;
import io.weirkeeper.core.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Messages that wait for room under one key of a gate. They are let on by rank, then by arrival, as soon as every limit has room, and
 * no limit refuses them. Waiting is a matter of the present: after an outage nothing bursts through.
 */
final class Queue {
    private final Limits limits;
    private final QueueRule rule;
    private final Exit exit;

    Queue(Limits limits, QueueRule rule, Exit exit) {
        this.limits = limits;
        this.rule = rule;
        this.exit = exit;
    }

    /** Whether there is no room, or somebody waits whose turn is before this message's. */
    boolean hasToWait(Candidate candidate, Hearing hearing, Docket docket) {
        if (exit.isPaused(hearing)) {
            return true;
        }
        if (!limits.isQueueing() && docket.waiting().isEmpty()) {
            return false;
        }
        boolean comesAfter = docket.waiting()
                .first()
                .map(first -> first.candidate().rank() >= candidate.rank())
                .orElse(false);
        return (comesAfter && limits.apply(hearing)) || limits.wait(hearing) > 0;
    }

    /** Puts a message into the queue; if there are too many, the latest of the lowest rank has to go. */
    void add(Held held, Docket docket, Moment moment) {
        docket.waitsNow(docket.waiting().with(held));
        while (docket.waiting().queued() > rule.capacity()) {
            Held last = docket.waiting().leastUrgent().orElseThrow();
            drop(last, Reason.QUEUE_FULL, rule.capacity() + " messages wait already", docket, moment);
        }
    }

    /** Lets on all who have room, and stops those who have waited too long. */
    void advance(Docket docket, Moment moment) {
        boolean moved = true;
        while (moved) {
            moved = expire(docket, moment, moment.present() - 1)
                    || letOn(docket, moment)
                    || expire(docket, moment, moment.present());
        }
    }

    /** Lets on those who had to wait for the end of a pause and for nothing else. */
    void endPause(Docket docket, Moment moment) {
        for (Held held : docket.waiting().queue()) {
            Hearing hearing = exit.hear(held.candidate(), docket, moment);
            if (!limits.apply(hearing)) {
                letOn(held, hearing, docket);
            }
        }
    }

    /** When to look again: the pause is over, the first may have room, or the oldest has waited too long. */
    OptionalLong dueAt(Docket docket, Moment moment) {
        Optional<Held> first = docket.waiting().first();
        if (first.isEmpty()) {
            return OptionalLong.empty();
        }
        Held oldest = docket.waiting().oldest().orElseThrow();
        Hearing hearing = exit.hear(first.get().candidate(), docket, moment);
        long expires = oldest.since() + rule.maxWait();
        // The end of a pause has to be seen even if the first has no room then: others may have waited for nothing
        // else.
        long next = exit.isPaused(hearing)
                ? exit.pausedUntil(hearing).orElse(expires)
                : hearing.present() + limits.wait(hearing);
        return OptionalLong.of(Math.min(next, expires));
    }

    private boolean letOn(Docket docket, Moment moment) {
        Optional<Held> first = docket.waiting().first();
        if (first.isEmpty()) {
            return false;
        }
        Hearing hearing = exit.hear(first.get().candidate(), docket, moment);
        if (exit.isPaused(hearing) || limits.wait(hearing) > 0) {
            return false;
        }
        letOn(first.get(), hearing, docket);
        return true;
    }

    private void letOn(Held held, Hearing hearing, Docket docket) {
        hearing.pacePresent();
        leave(held, docket);
        Optional<Refusal> stopped = exit.stops(hearing);
        if (stopped.isPresent()) {
            docket.take(exit.refuse(stopped.get(), held.candidate(), hearing, docket));
        } else {
            limits.flag(hearing);
            limits.count(hearing);
            docket.take(exit.pass(held.candidate(), hearing, docket));
        }
    }

    /** Stops the message that has waited longest if its time was over then. */
    private boolean expire(Docket docket, Moment moment, long at) {
        Optional<Held> oldest = docket.waiting().oldest();
        if (oldest.isEmpty() || oldest.get().since() + rule.maxWait() > at) {
            return false;
        }
        String detail = "waited for " + DurationText.of(rule.maxWait());
        drop(oldest.get(), Reason.QUEUE_EXPIRED, detail, docket, moment);
        return true;
    }

    private void drop(Held held, Reason reason, String detail, Docket docket, Moment moment) {
        Hearing hearing = exit.hear(held.candidate(), docket, moment);
        hearing.pacePresent();
        Refusal refusal = exit.isPaused(hearing)
                ? Refusal.because(Reason.PROVIDER_BACKOFF, "the gate is paused; " + detail)
                : new Refusal(reason, limits.lastQueueing(hearing), detail, OptionalLong.empty(), List.of());
        leave(held, docket);
        docket.take(exit.refuse(refusal, held.candidate(), hearing, docket));
    }

    private static void leave(Held held, Docket docket) {
        docket.waitsNow(docket.waiting().without(List.of(held)));
    }
}
