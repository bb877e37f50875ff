package io.weirkeeper.streams.store;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/** All that was known of a subject at one moment. */
public record SubjectCopy(Activity activity, Standing standing, Ledger ledger, Waiting waiting)
        implements SubjectState {

    static SubjectCopy of(SubjectState state) {
        return new SubjectCopy(state.activity(), state.standing(), state.ledger(), state.waiting());
    }
}
