package io.weirkeeper.core.gate;

/**
 * The bounds within which the time of a record is believed. A record without them could be stamped at will: far in the
 * past, where its traces would be forgotten at once, or in the future, where it would stop the clock for all others.
 *
 * @param latest how far behind its partition a record may be, in milliseconds
 * @param earliest how far ahead of the wall clock it may be, in milliseconds
 */
public record TimeBounds(long latest, long earliest) {

    /** An hour behind its partition, five seconds ahead of the wall clock. */
    public static final TimeBounds DEFAULT = new TimeBounds(60 * 60 * 1000, 5 * 1000);

    public TimeBounds {
        if (latest < 0 || earliest < 0) {
            throw new IllegalArgumentException("bounds must not be negative: " + latest + ", " + earliest);
        }
    }

    /**
     * The time by which a record is judged, epoch milliseconds and never negative.
     *
     * @param partitionTime the latest time of the records before it; negative when there were none
     */
    public long clamp(long stamp, long partitionTime, long wallClock) {
        long ahead = Math.min(stamp, wallClock + earliest);
        return Math.max(0, partitionTime < 0 ? ahead : Math.max(ahead, partitionTime - latest));
    }
}
