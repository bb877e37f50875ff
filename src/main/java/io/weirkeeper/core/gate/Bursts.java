package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.policy.Policy;
import java.util.List;
import java.util.Optional;

/** Lets messages wait in bursts, and judges what a burst has become when it is over. */
final class Bursts {
    private final Policy policy;
    private final Optional<DuplicateCheck> duplicates;
    private final Admission admission;
    private final Exit exit;

    Bursts(Policy policy, Optional<DuplicateCheck> duplicates, Admission admission, Exit exit) {
        this.policy = policy;
        this.duplicates = duplicates;
        this.admission = admission;
        this.exit = exit;
    }

    /** Adds a message to its burst, or begins one with it; the message that fills a burst ends it at once. */
    void join(Debouncing rule, Candidate candidate, Hearing hearing, Docket docket, Moment moment) {
        long key = rule.key(hearing);
        docket.take(exit.keep(hearing, docket));
        List<Held> burst = docket.waiting().burst(key);
        if (rule.isTooLong(burst, candidate)) {
            release(rule, burst, docket, moment);
        }
        rule.add(key, candidate, docket, moment.order());
        List<Held> joined = docket.waiting().burst(key);
        if (rule.isFull(joined)) {
            release(rule, joined, docket, moment);
        }
    }

    /** Ends all bursts that are over, the first of them first. */
    void release(Debouncing rule, Docket docket, Moment moment) {
        Optional<List<Held>> over = rule.over(docket.waiting(), moment.time());
        while (over.isPresent()) {
            release(rule, over.get(), docket, moment);
            over = rule.over(docket.waiting(), moment.time());
        }
    }

    private void release(Debouncing rule, List<Held> burst, Docket docket, Moment moment) {
        long at = Math.max(moment.time(), docket.activity().time());
        Candidate candidate = rule.release(burst, docket, at, policy::read);
        Hearing hearing = exit.hear(candidate, docket, moment);
        hearing.waitedWith(duplicates
                .map(check -> burst.stream()
                        .map(held ->
                                check.fingerprint(policy.read(held.candidate().message())))
                        .toList())
                .orElse(List.of()));
        Optional<Refusal> stopped = exit.stops(hearing);
        if (stopped.isPresent()) {
            docket.take(exit.refuse(stopped.get(), candidate, hearing, docket));
        } else {
            long order = burst.get(burst.size() - 1).order();
            admission.admit(candidate, hearing, docket, new Moment(moment.time(), moment.present(), order));
        }
    }
}
