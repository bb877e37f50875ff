package io.weirkeeper.streams.store;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.penalty.Ledger;

/** The stores of one task, opened. */
public record GateStores(SlottedStore<Activity> activity, SlottedStore<Ledger> violations, StandingStore standing) {

    /**
     * What is known of a subject.
     *
     * @param at the time of the record, epoch milliseconds
     * @param horizon the latest time that the task has seen
     */
    public StoredSubject load(String subject, long at, long horizon) {
        return new StoredSubject(this, subject, at, horizon);
    }
}
