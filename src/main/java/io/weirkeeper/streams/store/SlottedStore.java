package io.weirkeeper.streams.store;

import io.weirkeeper.streams.codec.StateCodec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * One record for each subject in a window store, under the slot that was the newest when it was last written. What is not written
 * for a while vanishes with its segment; nothing has to be deleted.
 *
 * <p>A slot goes on for its length by the time of the messages <em>and</em> by the wall clock. By the time of the messages, because
 * what was counted before an outage still counts for the messages that wait until after it. By the wall clock, because a backlog that
 * was misplaced comes from several partitions, of which one may run days ahead of the others: what the others count must not fall
 * behind the store's retention, where puts are dropped silently.
 */
public final class SlottedStore<T> {
    /** With fewer slots kept, a message that is late at the turn of a slot would lose what was written a slot's length before it. */
    private static final int SLOTS_KEPT = 3;

    /** No subject: those are not empty. */
    private static final String ANCHOR = "";

    private final WindowStore<String, T> store;
    private final long slot;
    private final Recent<Slotted<T>> recent;

    /** The start of the newest slot; nothing as long as no time is known. */
    private OptionalLong newest;

    /** By the wall clock, when the newest slot may end. */
    private long endsAt = Long.MIN_VALUE;

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
        this.newest = newestOf(store);
    }

    private static OptionalLong newestOf(WindowStore<String, ?> store) {
        try (KeyValueIterator<? extends Windowed<String>, ?> entries = store.backwardAll()) {
            return entries.hasNext()
                    ? OptionalLong.of(entries.next().key.window().start())
                    : OptionalLong.empty();
        }
    }

    /**
     * The store to add to the topology. Its changelog forgets by the time of writing: by the time of the messages, the broker would
     * delete what a backlog of weeks leads to at once.
     */
    public static <T> StoreBuilder<WindowStore<String, T>> builder(String name, Duration slot, StateCodec<T> codec) {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(name, slot.multipliedBy(SLOTS_KEPT), slot, false),
                        Serdes.String(),
                        codec.serde())
                .withLoggingEnabled(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    /**
     * Begins the next slot if it is time. To be said before anything is written, and then of each message.
     *
     * @param latest the latest time of a message that the task has seen, epoch milliseconds
     * @param wallClock epoch milliseconds
     */
    public void advance(long latest, long wallClock) {
        if (newest.isEmpty()) {
            begin(Math.floorDiv(latest, slot) * slot, wallClock);
        } else if (latest - slot >= newest.getAsLong() && wallClock >= endsAt) {
            begin(newest.getAsLong() + slot, wallClock);
        }
    }

    private void begin(long start, long wallClock) {
        newest = OptionalLong.of(start);
        endsAt = wallClock + slot;
    }

    /** What was written last of a subject, in the newest slot or the two before. */
    public Optional<T> get(String subject) {
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Optional<Slotted<T>> known = recent.get(subject);
        return known.isPresent()
                ? known.filter(last -> last.start() >= oldest()).map(Slotted::value)
                : read(subject);
    }

    private Optional<T> read(String subject) {
        for (long start = newest.getAsLong(); start >= oldest(); start -= slot) {
            T found = store.fetch(subject, start);
            if (found != null) {
                recent.put(subject, new Slotted<>(start, found));
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Keeps this of a subject. */
    public void put(String subject, T value) {
        long start = newest.orElseThrow();
        store.put(subject, value, start);
        recent.put(subject, new Slotted<>(start, value));
    }

    /** Erases what was written of a subject in all slots that are kept. */
    public void erase(String subject) {
        recent.remove(subject);
        for (long start = oldest(); start <= newest.orElse(Long.MIN_VALUE); start += slot) {
            if (store.fetch(subject, start) != null) {
                store.put(subject, null, start);
            }
        }
    }

    private long oldest() {
        return Math.max(0, newest.orElse(0) - (SLOTS_KEPT - 1) * slot);
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
}
