package io.weirkeeper.core.limit;

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
        long[] log = log(counter);
        long over = log.length - rate.count();
        return over < 0 ? at : Math.max(at, log[(int) over] + rate.window());
    }

    @Override
    public Counter count(Counter counter, long at) {
        if (counter instanceof Counter.Slots && freeAt(counter, at) > at) {
            return new SlottedWindow(rate).count(counter, at);
        }
        long[] log = log(counter);
        long time = log.length == 0 ? at : Math.max(at, log[log.length - 1]);
        int kept = (int) Math.min(inWindow(log, time), Math.max(rate.count(), log.length) - 1);
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
        Counter adopted = EMPTY;
        for (Counter.Counted counted : counter.counted()) {
            for (long n = Math.min(counted.messages(), rate.count()); n > 0; n--) {
                adopted = count(adopted, counted.at());
            }
        }
        return ((Counter.Log) adopted).at();
    }

    private int inWindow(long[] log, long at) {
        int from = 0;
        while (from < log.length && log[from] <= at - rate.window()) {
            from++;
        }
        return log.length - from;
    }
}
