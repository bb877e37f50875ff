package io.weirkeeper.core.limit;

import java.util.Arrays;
import java.util.List;

/**
 * Exact sliding window: the times of the last N counted messages. A message at t has room if fewer than N of them lie in
 * (t - window, t]. No more than N are needed: with N in the window there is no room, however many came before them. What a wider
 * limit wrote down is kept while it is in the window, because that limit may apply again (trust comes and goes).
 */
record SlidingLog(Rate rate) implements Limiter {
    private static final Counter.Log EMPTY = new Counter.Log(new long[0]);

    @Override
    public Counter empty() {
        return EMPTY;
    }

    @Override
    public long freeAt(Counter counter, long at) {
        if (counter instanceof Counter.Log log) {
            long over = log.at().length - rate.count();
            return over < 0 ? at : Math.max(at, log.at()[(int) over] + rate.window());
        }
        List<Counter.Counted> counted = counter.counted();
        long room = rate.count();
        for (int i = counted.size() - 1; i >= 0; i--) {
            room -= counted.get(i).messages();
            if (room <= 0) {
                return Math.max(at, counted.get(i).at() + rate.window());
            }
        }
        return at;
    }

    @Override
    public Counter count(Counter counter, long at) {
        if (counter instanceof Counter.Slots && freeAt(counter, at) > at) {
            return new SlottedWindow(rate).count(counter, at);
        }
        long[] log = log(counter);
        long time = log.length == 0 ? at : Math.max(at, log[log.length - 1]);
        // In the window that ends now: a time taken from slots may lie ahead, and what leaves until then still counts.
        int kept = (int) Math.min(inWindow(log, at), Math.max(rate.count(), log.length) - 1);
        long[] next = new long[kept + 1];
        System.arraycopy(log, log.length - kept, next, 0, kept);
        next[kept] = time;
        return new Counter.Log(next);
    }

    @Override
    public long left(Counter counter, long at) {
        return Math.max(0, rate.count() - inWindow(log(counter), at));
    }

    @Override
    public long idleAt(Counter counter) {
        long[] log = log(counter);
        return log.length == 0 ? 0 : log[log.length - 1] + rate.window();
    }

    private long[] log(Counter counter) {
        if (counter instanceof Counter.Log log) {
            return log.at();
        }
        return latest(counter.counted());
    }

    /** The times of the latest N. */
    private long[] latest(List<Counter.Counted> counted) {
        long total = counted.stream().mapToLong(Counter.Counted::messages).sum();
        long[] log = new long[(int) Math.min(rate.count(), total)];
        int to = log.length;
        for (int i = counted.size() - 1; to > 0; i--) {
            int from = (int) Math.max(0, to - counted.get(i).messages());
            Arrays.fill(log, from, to, counted.get(i).at());
            to = from;
        }
        return log;
    }

    private int inWindow(long[] log, long at) {
        int from = 0;
        while (from < log.length && log[from] <= at - rate.window()) {
            from++;
        }
        return log.length - from;
    }
}
