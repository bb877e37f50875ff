package io.weirkeeper.streams.codec;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.tally.Tally;

/** What the gate keeps of one subject in one record: what it decides by, and what it has decided lately. */
public record Remembrance(Activity activity, Tally tally) {

    public static final Remembrance NOTHING = new Remembrance(Activity.EMPTY, Tally.EMPTY);

    /** An upper bound for the bytes that it takes in a store. */
    public int bytes() {
        return activity.bytes() + tally.bytes();
    }
}
