package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;
import java.util.Optional;

/** What is known of a subject while the steps of one decision change it, one after the other. Reads each part once. */
final class Docket implements SubjectState {
    private final SubjectState before;
    private Optional<Activity> activity = Optional.empty();
    private Optional<Standing> standing = Optional.empty();
    private Optional<Ledger> ledger = Optional.empty();
    private Optional<Waiting> waiting = Optional.empty();
    private Decision decided = Decision.NOTHING;

    Docket(SubjectState before) {
        this.before = before;
    }

    /** Some of it has been read already. */
    Docket(SubjectState before, Activity activity, Standing standing) {
        this(before);
        this.activity = Optional.of(activity);
        this.standing = Optional.of(standing);
    }

    @Override
    public Activity activity() {
        activity = activity.or(() -> Optional.of(before.activity()));
        return activity.get();
    }

    @Override
    public Standing standing() {
        standing = standing.or(() -> Optional.of(before.standing()));
        return standing.get();
    }

    @Override
    public Ledger ledger() {
        ledger = ledger.or(() -> Optional.of(before.ledger()));
        return ledger.get();
    }

    @Override
    public Waiting waiting() {
        waiting = waiting.or(() -> Optional.of(before.waiting()));
        return waiting.get();
    }

    /** One more step, decided on what this knows. */
    void take(Decision step) {
        activity = step.activity().or(() -> activity);
        standing = step.standing().or(() -> standing);
        ledger = step.ledger().or(() -> ledger);
        waiting = step.waiting().or(() -> waiting);
        decided = decided.equals(Decision.NOTHING) ? step : decided.then(step);
    }

    void waitsNow(Waiting now) {
        take(Decision.NOTHING.with(now));
    }

    /** Whether anything has begun or ended to wait. */
    boolean changesWaiting() {
        return decided.waiting().isPresent();
    }

    Decision decision() {
        return decided;
    }
}
