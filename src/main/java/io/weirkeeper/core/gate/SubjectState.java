package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/**
 * What is known of one subject before a decision. A part is asked for only when the decision depends on it, at most once, so
 * that what is rarely needed is rarely read.
 */
public interface SubjectState {

    Activity activity();

    Standing standing();

    Ledger ledger();

    /** The messages that wait under this key. */
    Waiting waiting();
}
