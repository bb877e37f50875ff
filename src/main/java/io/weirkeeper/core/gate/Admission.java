package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import java.util.List;
import java.util.Optional;

/**
 * The last stage of a gate: the limits on accepted messages. A message that has no room is refused or, where the limit says so,
 * waits in the queue.
 */
final class Admission {
    private final Limits limits;
    private final Queue queue;
    private final Exit exit;

    Admission(Limits limits, Queue queue, Exit exit) {
        this.limits = limits;
        this.queue = queue;
        this.exit = exit;
    }

    /** Decides of a message that nothing has stopped so far. */
    void admit(Candidate candidate, Hearing hearing, Docket docket, Moment moment) {
        if (limits.pacePresent(hearing)) {
            hearing.pacePresent();
        }
        List<String> flagsBefore = hearing.flags();
        // While the gate is paused every message waits, and no limit is asked.
        Optional<Refusal> refusal = exit.isPaused(hearing) ? Optional.empty() : limits.ask(hearing);
        if (refusal.isPresent()) {
            docket.take(exit.refuse(refusal.get(), candidate, hearing, docket));
        } else if (queue.hasToWait(candidate, hearing, docket)) {
            hearing.pacePresent();
            docket.take(exit.keep(hearing, docket));
            queue.add(
                    new Held(moment.order(), candidate.flagged(flagsBefore), new Held.InQueue(hearing.present())),
                    docket,
                    moment);
        } else {
            limits.count(hearing);
            docket.take(exit.pass(candidate, hearing, docket));
        }
    }
}
