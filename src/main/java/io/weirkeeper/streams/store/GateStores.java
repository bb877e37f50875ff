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
        HeldStore held) {

    /**
     * What is known under a key.
     *
     * @param at the time of the record, epoch milliseconds
     * @param horizon the latest time that the task has seen
     */
    public StoredSubject load(String key, long at, long horizon) {
        return new StoredSubject(this, key, at, horizon);
    }
}
