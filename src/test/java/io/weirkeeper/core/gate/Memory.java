package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/** The state of one subject as a value. */
public record Memory(Activity activity, Standing standing, Ledger ledger, Waiting waiting) implements SubjectState {
    public static final Memory EMPTY = new Memory(Activity.EMPTY, Standing.EMPTY, Ledger.EMPTY, Waiting.NONE);

    public Memory after(Decision decision) {
        return new Memory(
                decision.activity().orElse(activity),
                decision.standing().orElse(standing),
                decision.ledger().orElse(ledger),
                decision.waiting().orElse(waiting));
    }
}
