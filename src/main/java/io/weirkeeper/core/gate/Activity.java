package io.weirkeeper.core.gate;

import io.weirkeeper.core.tally.Tally;
import java.util.OptionalLong;

/**
 * What the sender gate remembers of one subject. Immutable; it may be forgotten once the longest window has passed.
 *
 * @param time the latest time at which a message was judged, epoch milliseconds: for one subject it never runs backwards
 * @param texts the latest texts that were no duplicates
 * @param ids the latest message ids
 * @param noticeAt when the sender was last given a notice, epoch milliseconds
 */
public record Activity(long time, Counters counters, Remembered texts, Remembered ids, OptionalLong noticeAt) {

    public static final Activity EMPTY =
            new Activity(0, Counters.NONE, Remembered.NOTHING, Remembered.NOTHING, OptionalLong.empty());

    /** How many texts are remembered, over all keys within which they are compared. */
    public static final int MOST_TEXTS = 32;

    /** How many message ids are remembered. */
    public static final int MOST_IDS = 16;

    /** How long a message id is remembered, in milliseconds. */
    public static final long ID_WINDOW = 10 * 60 * 1000;

    /** How large the record of a subject may become together with the {@link Tally} that is kept in it, in bytes. */
    public static final int MOST_BYTES_WITH_TALLY = 4096;

    /**
     * How large its own part may become, whatever the sender does, in bytes. A sender may choose the sub-keys of limits
     * (conversations, commands): then counters of sub-keys are dropped, those counted least recently first, and start anew.
     */
    public static final int MOST_BYTES = MOST_BYTES_WITH_TALLY - Tally.MOST_BYTES;

    /**
     * How large a record of a wider gate may become, in bytes. Its counters are not one sender's, and the global gate promises to be
     * exact.
     */
    public static final int MOST_BYTES_OF_WIDER_GATES = 256 * 1024;

    /** Without as many of the counters that may be dropped first as do not fit. */
    Activity within(int mostBytes) {
        int bytes = bytes();
        int dropped = 0;
        while (bytes > mostBytes && dropped < counters.size() - 1) {
            bytes -= Footprint.of(counters.entry(dropped++));
        }
        return dropped == 0 ? this : new Activity(time, counters.without(dropped), texts, ids, noticeAt);
    }

    /** An upper bound for the bytes that it takes in a store. */
    public int bytes() {
        return Footprint.of(counters, texts, ids);
    }
}
