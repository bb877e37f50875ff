package io.weirkeeper.streams.store;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/** The state under one key of a gate in the stores: read when asked for, written when it changed. */
public record StoredSubject(GateStores stores, String key) implements SubjectState {

    @Override
    public Activity activity() {
        return stores.activity().get(key).orElse(Activity.EMPTY);
    }

    @Override
    public Standing standing() {
        return stores.standing().get(key);
    }

    @Override
    public Ledger ledger() {
        return stores.violations().flatMap(store -> store.get(key)).orElse(Ledger.EMPTY);
    }

    @Override
    public Waiting waiting() {
        return stores.held().get(key);
    }

    /** Writes the parts that a decision changed; empty parts are erased. */
    public void save(Decision decision) {
        decision.activity().ifPresent(activity -> save(stores.activity(), activity, Activity.EMPTY));
        decision.ledger()
                .ifPresent(ledger -> stores.violations().ifPresent(store -> save(store, ledger, Ledger.EMPTY)));
        decision.standing().ifPresent(standing -> stores.standing().put(key, standing));
        decision.waiting().ifPresent(waiting -> stores.held().put(key, waiting(), waiting));
        decision.due().ifPresent(due -> stores.held().schedule(key, due));
    }

    private <T> void save(SlottedStore<T> store, T value, T empty) {
        if (value.equals(empty)) {
            store.erase(key);
        } else {
            store.put(key, value);
        }
    }
}
