package io.weirkeeper.streams.store;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;

/** One subject's state in the stores: read when asked for, written when it changed. */
public record StoredSubject(GateStores stores, String subject, long at, long horizon) implements SubjectState {

    @Override
    public Activity activity() {
        return stores.activity().get(subject, at, horizon).orElse(Activity.EMPTY);
    }

    @Override
    public Standing standing() {
        return stores.standing().get(subject);
    }

    @Override
    public Ledger ledger() {
        return stores.violations().get(subject, at, horizon).orElse(Ledger.EMPTY);
    }

    /** Writes the parts that a decision changed; empty parts are erased. */
    public void save(Decision decision) {
        decision.activity().ifPresent(activity -> save(stores.activity(), activity, Activity.EMPTY));
        decision.ledger().ifPresent(ledger -> save(stores.violations(), ledger, Ledger.EMPTY));
        decision.standing().ifPresent(standing -> stores.standing().put(subject, standing));
    }

    private <T> void save(SlottedStore<T> store, T value, T empty) {
        if (value.equals(empty)) {
            store.erase(subject, horizon);
        } else {
            store.put(subject, value, horizon);
        }
    }
}
