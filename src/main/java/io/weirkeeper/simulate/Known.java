package io.weirkeeper.simulate;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/** All that is known of one subject. */
record Known(Activity activity, Standing standing, Ledger ledger) implements SubjectState {
    static final Known NOTHING = new Known(Activity.EMPTY, Standing.EMPTY, Ledger.EMPTY);
}
