package io.weirkeeper.simulate;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/** All that is known of one subject, or of one key of a wider gate. */
record Known(Activity activity, Standing standing, Ledger ledger, Waiting waiting) implements SubjectState {
    static final Known NOTHING = new Known(Activity.EMPTY, Standing.EMPTY, Ledger.EMPTY, Waiting.NONE);

    Known after(Decision decision) {
        return new Known(
                decision.activity().orElse(activity),
                decision.standing().orElse(standing),
                decision.ledger().orElse(ledger),
                decision.waiting().orElse(waiting));
    }
}
