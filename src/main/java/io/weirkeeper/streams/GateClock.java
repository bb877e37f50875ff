package io.weirkeeper.streams;

/**
 * The time that a task believes it to be. It is the time of the latest record; it runs on with the wall clock when that record
 * was live, or when nothing has come for a while. Through a backlog it stands still between two records, so that nothing falls due
 * that would not have fallen due had the backlog been live. All times in epoch milliseconds.
 */
final class GateClock {
    /** A record younger than this is live, in milliseconds. */
    static final long LIVE = 5_000;

    /** After so many milliseconds without a record, the end of a backlog is taken for reached. */
    static final long IDLE = 30_000;

    private long latest;
    private long runsFrom;

    /** Starts at the latest known time; negative if there is none. */
    GateClock(long latest, long wallClock) {
        this.latest = latest;
        this.runsFrom = wallClock + IDLE;
    }

    void observe(long recordTime, long wallClock) {
        latest = Math.max(now(wallClock), recordTime);
        runsFrom = wallClock - recordTime <= LIVE ? wallClock : wallClock + IDLE;
    }

    /** The time of this task when the wall clock shows that. */
    long now(long wallClock) {
        return latest + Math.max(0, wallClock - runsFrom);
    }
}
