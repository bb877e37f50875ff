package io.weirkeeper.core.tally;

import io.weirkeeper.core.verdict.Verdict;
import java.util.Arrays;

/** A {@link Tally} that is counted up in place, without a bound: for very many verdicts. Belongs to one thread. */
public final class RunningTally {
    private static final int PERIODS = Period.count();

    private final long[] counts = new long[Outcome.COUNT * PERIODS];
    private long minute;

    /** Goes on from what was counted before. */
    public RunningTally(Tally before) {
        minute = before.isEmpty() ? Long.MIN_VALUE : before.minute();
        int next = 0;
        for (int outcome = 0; outcome < Outcome.COUNT; outcome++) {
            if ((before.outcomes() & 1 << outcome) != 0) {
                for (int i = 0; i < PERIODS; i++) {
                    counts[outcome * PERIODS + i] = before.count(next++);
                }
            }
        }
    }

    public void count(Verdict verdict) {
        long now = Period.minuteOf(verdict.decidedAt());
        int different = now == minute ? 0 : Period.different(minute, now);
        if (now > minute) {
            for (int i = 0; i < counts.length; i += PERIODS) {
                Arrays.fill(counts, i, i + different, 0);
            }
            minute = now;
            different = 0;
        }
        int own = Outcome.of(verdict) * PERIODS;
        for (int i = different; i < PERIODS; i++) {
            counts[own + i]++;
        }
    }

    /** What has been counted so far. */
    public Tally tally() {
        int outcomes = 0;
        long[] present = new long[counts.length];
        int length = 0;
        for (int outcome = 0; outcome < Outcome.COUNT; outcome++) {
            int own = outcome * PERIODS;
            if (counts[own + PERIODS - 1] > 0) {
                outcomes |= 1 << outcome;
                System.arraycopy(counts, own, present, length, PERIODS);
                length += PERIODS;
            }
        }
        return outcomes == 0 ? Tally.EMPTY : new Tally(minute, outcomes, Arrays.copyOf(present, length));
    }
}
