package io.weirkeeper.bench;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/** One subject's state in memory. */
final class KnownSubject implements SubjectState {
    private Activity activity = Activity.EMPTY;
    private Standing standing = Standing.EMPTY;
    private Ledger ledger = Ledger.EMPTY;
    private Waiting waiting = Waiting.NONE;

    @Override
    public Activity activity() {
        return activity;
    }

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Waiting waiting() {
        return waiting;
    }

    void save(Decision decision) {
        activity = decision.activity().orElse(activity);
        standing = decision.standing().orElse(standing);
        ledger = decision.ledger().orElse(ledger);
        waiting = decision.waiting().orElse(waiting);
    }
}
