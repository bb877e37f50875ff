package io.weirkeeper.core.tally;

/** A stretch of the calendar in UTC, from its beginning on. The shorter ones come first, and each divides the next. */
public enum Period {
    MINUTE(1),
    HOUR(60),
    DAY(24 * 60);

    private static final long MINUTE_MILLIS = 60_000;
    private static final Period[] ALL = values();

    private final long minutes;

    Period(long minutes) {
        this.minutes = minutes;
    }

    /** How many there are. */
    static int count() {
        return ALL.length;
    }

    /** Minutes since the epoch, of epoch milliseconds. */
    static long minuteOf(long at) {
        return Math.floorDiv(at, MINUTE_MILLIS);
    }

    /** When the one began in which that time lies; both in epoch milliseconds. */
    public long beginningOf(long at) {
        long length = minutes * MINUTE_MILLIS;
        return Math.floorDiv(at, length) * length;
    }

    /** Which one a minute lies in, counted from the epoch. */
    long numberOf(long minute) {
        return Math.floorDiv(minute, minutes);
    }

    /** How many of the periods, the shorter ones first, differ between two minutes. */
    static int different(long minute, long other) {
        int different = 0;
        while (different < ALL.length && ALL[different].numberOf(minute) != ALL[different].numberOf(other)) {
            different++;
        }
        return different;
    }
}
