package io.weirkeeper.streams.store;

import io.weirkeeper.streams.codec.StateCodec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * One record for each subject in a window store, under the slot of time in which it was last written. What is not written
 * for a while vanishes with its segment; nothing has to be deleted.
 *
 * <p>Slots go by the latest time that the task has seen (the horizon), not by the message's own time: a late message finds what was
 * written after it, and no put falls behind the store's retention, where it would be dropped silently.
 */
public final class SlottedStore<T> {
    /** With fewer slots kept, a late message would lose the slot before its own. */
    private static final int SLOTS_KEPT = 3;

    /** No subject: those are not empty. */
    private static final String ANCHOR = "";

    private final WindowStore<String, T> store;
    private final long slot;
    private final Recent<Slotted<T>> recent;

    /** A value, and the start of the slot in which it was written last. */
    private record Slotted<T>(long start, T value) {}

    /** Every look-up goes to the store. */
    public SlottedStore(WindowStore<String, T> store, Duration slot) {
        this(store, slot, 0, value -> 1);
    }

    /**
     * What was met last is looked up in memory.
     *
     * @param capacity the sum of weights up to which values are kept in memory
     */
    public SlottedStore(WindowStore<String, T> store, Duration slot, int capacity, ToIntFunction<T> weight) {
        this.store = store;
        this.recent = new Recent<>(capacity, slotted -> weight.applyAsInt(slotted.value()));
        this.slot = slot.toMillis();
    }

    /** The store to add to the topology. */
    public static <T> StoreBuilder<WindowStore<String, T>> builder(String name, Duration slot, StateCodec<T> codec) {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(name, slot.multipliedBy(SLOTS_KEPT), slot, false),
                        Serdes.String(),
                        codec.serde())
                .withLoggingEnabled(Map.of());
    }

    /**
     * What was written last of a subject, if it was in the slot of this time, the one before, or since.
     *
     * @param at the time of the message, epoch milliseconds
     * @param horizon the latest time that the task has seen, not before that
     */
    public Optional<T> get(String subject, long at, long horizon) {
        long oldest = Math.max(startOf(at) - slot, startOf(horizon) - (SLOTS_KEPT - 1) * slot);
        Optional<Slotted<T>> known = recent.get(subject);
        return known.isPresent()
                ? known.filter(last -> last.start() >= oldest).map(Slotted::value)
                : read(subject, startOf(horizon), Math.max(0, oldest));
    }

    private Optional<T> read(String subject, long newest, long oldest) {
        for (long start = newest; start >= oldest; start -= slot) {
            T found = store.fetch(subject, start);
            if (found != null) {
                recent.put(subject, new Slotted<>(start, found));
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    public void put(String subject, T value, long horizon) {
        long start = startOf(horizon);
        store.put(subject, value, start);
        recent.put(subject, new Slotted<>(start, value));
    }

    /** Erases what was written of a subject in all slots that are kept. */
    public void erase(String subject, long horizon) {
        recent.remove(subject);
        long newest = startOf(horizon);
        for (long start = Math.max(0, newest - (SLOTS_KEPT - 1) * slot); start <= newest; start += slot) {
            if (store.fetch(subject, start) != null) {
                store.put(subject, null, start);
            }
        }
    }

    /**
     * Makes sure that the store has a segment, with a deletion of nothing in the oldest one. Kafka Streams 4.3 keeps the offset up to
     * which a store has been written in its segments; a store without any looks torn after an exactly-once restart, and all state of the
     * task is wiped and restored.
     */
    public void anchor() {
        try (KeyValueIterator<Windowed<String>, T> entries = store.all()) {
            if (entries.hasNext()) {
                return;
            }
        }
        store.put(ANCHOR, null, 0);
    }

    private long startOf(long time) {
        return Math.floorDiv(time, slot) * slot;
    }
}
