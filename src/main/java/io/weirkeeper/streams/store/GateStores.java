package io.weirkeeper.streams.store;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.penalty.Ledger;
import java.util.Optional;

/**
 * The stores of one gate in one task, opened.
 *
 * @param violations only the sender gate has any
 */
public record GateStores(
        SlottedStore<Activity> activity,
        Optional<SlottedStore<Ledger>> violations,
        StandingStore standing,
        HeldStore held)
        implements AutoCloseable {

    /** What is known under a key. */
    public StoredSubject load(String key) {
        return new StoredSubject(this, key);
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
