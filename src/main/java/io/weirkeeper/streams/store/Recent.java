package io.weirkeeper.streams.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/**
 * What a store holds of the subjects met last: most messages come from a subject that has just written, and a look-up in RocksDB
 * costs more than the decision, most of all one that finds nothing. Everything is written to the store as well. Belongs to one task,
 * and so to one thread.
 */
final class Recent<V> {
    private final Map<String, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<V> weight;
    private final LongSupplier capacity;
    private long used;
    private boolean whole;

    /**
     * @param capacity the sum of weights up to which values are kept; those met least recently go first
     */
    Recent(long capacity, ToIntFunction<V> weight) {
        this(() -> capacity, weight);
    }

    /**
     * @param capacity asked anew with each value
     */
    Recent(LongSupplier capacity, ToIntFunction<V> weight) {
        this.capacity = capacity;
        this.weight = weight;
    }

    /** Says that the store holds nothing else; that is so until the first value has to go. */
    void declareWhole() {
        whole = true;
    }

    /** Whether what is not found here is not in the store either. */
    boolean isWhole() {
        return whole;
    }

    Optional<V> get(String subject) {
        return Optional.ofNullable(values.get(subject));
    }

    void put(String subject, V value) {
        V before = values.put(subject, value);
        used += weight.applyAsInt(value) - (before == null ? 0 : weight.applyAsInt(before));
        if (used > capacity.getAsLong()) {
            makeRoom(capacity.getAsLong());
        }
    }

    private void makeRoom(long most) {
        whole = false;
        Iterator<V> eldest = values.values().iterator();
        while (used > most) {
            used -= weight.applyAsInt(eldest.next());
            eldest.remove();
        }
    }

    void remove(String subject) {
        V before = values.remove(subject);
        used -= before == null ? 0 : weight.applyAsInt(before);
    }
}
