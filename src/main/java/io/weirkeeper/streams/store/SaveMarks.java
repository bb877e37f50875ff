package io.weirkeeper.streams.store;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Lets other threads read all parts of a subject's state as one decision left them: a sequence lock. The thread that judges marks where
 * it begins and ends to save and never waits; who reads tries again if something was saved meanwhile. Subjects share marks by their hash.
 */
public final class SaveMarks {
    private static final int SHARED = 1_024;
    private static final int TRIES_AT_ONCE = 100;
    /** With the pauses between them some hundred milliseconds: the thread that saves may have lost its processor. */
    private static final int MOST_TRIES = 1_000;

    private static final long PAUSE_NANOS = 200_000;

    private final AtomicLongArray begun = new AtomicLongArray(SHARED);
    private final AtomicLongArray ended = new AtomicLongArray(SHARED);

    /** Saves what was decided of a subject. */
    void saving(String subject, Runnable save) {
        int mark = mark(subject);
        begun.incrementAndGet(mark);
        try {
            save.run();
        } finally {
            ended.incrementAndGet(mark);
        }
    }

    /**
     * Reads what is known of a subject.
     *
     * @throws InvalidStateStoreException if it was saved again and again meanwhile
     */
    public <T> T reading(String subject, Supplier<T> read) {
        int mark = mark(subject);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            long before = ended.get(mark);
            if (begun.get(mark) == before) {
                T value = read.get();
                if (begun.get(mark) == before) {
                    return value;
                }
            }
            if (tries < TRIES_AT_ONCE) {
                Thread.yield();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new InvalidStateStoreException("the subject is judged all the time");
    }

    private static int mark(String subject) {
        return Math.floorMod(subject.hashCode(), SHARED);
    }
}
