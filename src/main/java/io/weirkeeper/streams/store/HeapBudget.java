package io.weirkeeper.streams.store;

import java.util.concurrent.atomic.AtomicInteger;

/** How much heap the stores of one instance may take for what they keep in memory, shared evenly between those that are open. */
public final class HeapBudget {
    /** Room for producers, consumers and what is being judged has to stay. */
    private static final int PART_OF_HEAP = 5;

    private final long bytes;
    private final AtomicInteger sharers = new AtomicInteger();

    public HeapBudget(long bytes) {
        this.bytes = bytes;
    }

    /** A fifth of the heap that this process may have. */
    public static HeapBudget ofProcess() {
        return new HeapBudget(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** One more store takes its share; those of the others shrink. */
    void join() {
        sharers.incrementAndGet();
    }

    /** A store no longer needs its share. */
    void leave() {
        sharers.decrementAndGet();
    }

    /** What a store may take now, in bytes. */
    long share() {
        return bytes / Math.max(1, sharers.get());
    }
}
