package io.weirkeeper.streams.store;

import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.streams.codec.Remembrance;
import java.util.Optional;

/**
 * The stores of one gate in one task, opened.
 *
 * @param violations only the sender gate has any
 * @param reckoning which decisions are counted in the records of subjects
 * @param stats the verdicts of all subjects together
 * @param marks where saving begins and ends, for other threads
 */
public record GateStores(
        SlottedStore<Remembrance> activity,
        Optional<SlottedStore<Ledger>> violations,
        StandingStore standing,
        HeldStore held,
        Reckoning reckoning,
        VerdictStats stats,
        SaveMarks marks)
        implements AutoCloseable {

    /** What is known under a key. */
    public StoredSubject load(String key) {
        return new StoredSubject(this, key);
    }

    /** Erases what is remembered of a subject, and what was counted. */
    public void forget(String key) {
        activity.erase(key);
    }

    /**
     * Lets go of what has not been written for long.
     *
     * @param latest the latest time of a message that the task has seen, epoch milliseconds
     * @param wallClock epoch milliseconds
     */
    public void advance(long latest, long wallClock) {
        activity.advance(latest, wallClock);
        if (violations.isPresent()) {
            violations.get().advance(latest, wallClock);
        }
    }

    /** Gives back what the stores take in memory. */
    @Override
    public void close() {
        activity.close();
        violations.ifPresent(SlottedStore::close);
    }
}
