package io.weirkeeper.core.content;

/** How long something takes, to be compared with how long something else takes; never with a clock. */
final class Timing {
    private static final int RUNS = 6;

    private Timing() {}

    /** The shortest of several runs, in nanoseconds and at least 10 microseconds, below which there is only noise. */
    static long best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Math.max(best, 10_000);
    }
}
