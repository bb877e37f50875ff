package io.weirkeeper.streams.store;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.streams.codec.Remembrance;
import java.util.Optional;

/** The state under one key of a gate in the stores: read when asked for, written when it changed. Lives for one decision. */
public final class StoredSubject implements SubjectState {
    private final GateStores stores;
    private final String key;
    private Optional<Remembrance> known = Optional.empty();

    StoredSubject(GateStores stores, String key) {
        this.stores = stores;
        this.key = key;
    }

    private Remembrance remembrance() {
        if (known.isEmpty()) {
            Optional<Remembrance> stored = stores.activity().get(key);
            known = stored.isPresent() ? stored : Optional.of(Remembrance.NOTHING);
        }
        return known.get();
    }

    @Override
    public Activity activity() {
        return remembrance().activity();
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

    /** What was counted of the decisions on the subject. */
    public Tally tally() {
        return remembrance().tally();
    }

    /** Writes the parts that a decision changed; empty parts are erased. */
    public void save(Decision decision) {
        stores.marks().saving(key, () -> write(decision));
    }

    private void write(Decision decision) {
        if (decision.activity().isPresent() || !decision.effects().isEmpty()) {
            remember(decision);
        }
        decision.ledger().ifPresent(ledger -> stores.violations().ifPresent(store -> save(store, ledger)));
        decision.standing().ifPresent(standing -> stores.standing().put(key, standing));
        decision.waiting().ifPresent(waiting -> stores.held().put(key, waiting(), waiting));
        decision.due().ifPresent(due -> stores.held().schedule(key, due));
    }

    /** Who is forgotten has no activity afterwards, and then what was counted goes too. */
    private void remember(Decision decision) {
        Remembrance before = remembrance();
        Activity activity = decision.activity().orElse(before.activity());
        if (decision.activity().isPresent() && activity.equals(Activity.EMPTY)) {
            stores.activity().erase(key);
            return;
        }
        Tally tally = stores.reckoning().after(before.tally(), decision.effects());
        if (activity != before.activity() || tally != before.tally()) {
            stores.activity().put(key, new Remembrance(activity, tally));
        }
    }

    private void save(SlottedStore<Ledger> store, Ledger ledger) {
        if (ledger.equals(Ledger.EMPTY)) {
            store.erase(key);
        } else {
            store.put(key, ledger);
        }
    }
}
