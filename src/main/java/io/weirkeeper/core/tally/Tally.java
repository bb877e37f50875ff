package io.weirkeeper.core.tally;

import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The verdicts of the minute, the hour and the day of the latest one, by kind. A verdict of a later period starts that period anew; one
 * of an earlier period is too late for it and left out of it. Immutable.
 */
public final class Tally {
    private static final int PERIODS = Period.count();

    public static final Tally EMPTY = new Tally(0, 0, new long[0]);

    /** {@link #plus} counts no further, so that a record of one subject stays small. */
    public static final long MOST = (1 << 21) - 1;

    /**
     * An upper bound for the bytes that one takes in a store with numbers of seven bits a byte, when it was counted by
     * {@link #plus}: which outcomes there are, the minute, and three numbers for each outcome.
     */
    public static final int MOST_BYTES = bytes(Outcome.COUNT);

    private final long minute;
    private final int outcomes;
    private final long[] counts;

    /**
     * @param minute of the latest verdict, since the epoch
     * @param outcomes a bit for each outcome that occurred this day
     * @param counts for each of these, lowest bit first: this minute, this hour, this day
     */
    public Tally(long minute, int outcomes, long[] counts) {
        if (outcomes >>> Outcome.COUNT != 0 || counts.length != Integer.bitCount(outcomes) * PERIODS) {
            throw new IllegalArgumentException(
                    "not as many counts as outcomes " + Integer.toBinaryString(outcomes) + " want: " + counts.length);
        }
        this.minute = minute;
        this.outcomes = outcomes;
        this.counts = counts;
    }

    /** This and one verdict more. */
    public Tally plus(Verdict verdict) {
        return plus(Outcome.of(verdict), verdict.decidedAt());
    }

    /** This and one message more that was let on, epoch milliseconds. */
    public Tally plusAllowed(long at) {
        return plus(Outcome.ALLOWED, at);
    }

    private Tally plus(int outcome, long at) {
        long now = Period.minuteOf(at);
        int different = Period.different(minute, now);
        if (isEmpty() || (different == PERIODS && now > minute)) {
            return new Tally(now, 1 << outcome, new long[] {1, 1, 1});
        } else if (different == PERIODS) {
            return this;
        }
        int more = outcomes | 1 << outcome;
        int own = Integer.bitCount(more & ((1 << outcome) - 1)) * PERIODS;
        long[] next = new long[Integer.bitCount(more) * PERIODS];
        System.arraycopy(counts, 0, next, 0, own);
        int gap = next.length - counts.length;
        System.arraycopy(counts, own, next, own + gap, counts.length - own);
        if (now > minute) {
            for (int i = 0; i < next.length; i += PERIODS) {
                Arrays.fill(next, i, i + different, 0);
            }
        }
        for (int i = own + (now > minute ? 0 : different); i < own + PERIODS; i++) {
            next[i] = Math.min(MOST, next[i] + 1);
        }
        return new Tally(Math.max(minute, now), more, next);
    }

    /** What was counted in the period in which the present lies (epoch milliseconds); nothing if the latest was before it. */
    public Counts in(Period period, long present) {
        if (isEmpty() || period.numberOf(minute) < period.numberOf(Period.minuteOf(present))) {
            return Counts.NONE;
        }
        Map<Debounced.Cause, Long> debounced = new EnumMap<>(Debounced.Cause.class);
        for (Debounced.Cause cause : Debounced.Cause.values()) {
            put(cause, count(Outcome.of(cause), period), debounced);
        }
        Map<Reason, Long> blocked = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            put(reason, count(Outcome.of(reason), period), blocked);
        }
        return new Counts(count(Outcome.ALLOWED, period), debounced, blocked);
    }

    private static <E extends Enum<E>> void put(E key, long count, Map<E, Long> counts) {
        if (count > 0) {
            counts.put(key, count);
        }
    }

    private long count(int outcome, Period period) {
        int bit = 1 << outcome;
        return (outcomes & bit) == 0 ? 0 : counts[Integer.bitCount(outcomes & (bit - 1)) * PERIODS + period.ordinal()];
    }

    public boolean isEmpty() {
        return outcomes == 0;
    }

    /** Of the latest verdict, since the epoch. */
    public long minute() {
        return minute;
    }

    /** A bit for each outcome that occurred this day. */
    public int outcomes() {
        return outcomes;
    }

    /** How many {@linkplain #count(int) counts} there are. */
    public int size() {
        return counts.length;
    }

    /** Three for each outcome, lowest bit first: this minute, this hour, this day. */
    public long count(int index) {
        return counts[index];
    }

    /** How many counts there are for these outcomes. */
    public static int size(int outcomes) {
        return Integer.bitCount(outcomes) * PERIODS;
    }

    /** An upper bound for the bytes that it takes in a store. */
    public int bytes() {
        return bytes(Integer.bitCount(outcomes));
    }

    private static int bytes(int outcomes) {
        return 2 + 5 + 9 * outcomes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && minute == that.minute
                && outcomes == that.outcomes
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(minute) * 31 + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Tally[minute=" + minute + ", outcomes=" + Integer.toBinaryString(outcomes) + ", counts="
                + Arrays.toString(counts) + "]";
    }
}
