package io.weirkeeper.streams.store;

import io.weirkeeper.streams.codec.StateCodec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
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
public final class SlottedStore<T> implements AutoCloseable {
    /** With fewer slots kept, a message that is late at the turn of a slot would lose what was written a slot's length before it. */
    private static final int SLOTS_KEPT = 3;

    /**
     * How much longer than a store its changelog may keep a record, in milliseconds: Kafka Streams adds a day, and a broker deletes whole
     * files, which it may have written to for a week.
     */
    private static final long KEPT_BY_BROKER = Duration.ofDays(8).toMillis();

    /** No subject: those are not empty. */
    private static final String ANCHOR = "";

    /** What an entry takes on the heap besides its key and value: five objects of their own. */
    private static final int HEAP_OF_ENTRY = 160;

    private final WindowStore<String, byte[]> store;
    private final long slot;
    private final StateCodec<T> codec;
    private final HeapBudget budget;

    /** As bytes: decoded they would take five times the heap and be spread all over it. */
    private final Recent<Slotted> recent;

    /** The start of the newest slot; nothing as long as no time is known. */
    private OptionalLong newest = OptionalLong.empty();

    /** By the wall clock, when the newest slot may end. */
    private long endsAt = Long.MIN_VALUE;

    /** A value, the start of the slot in which it was written last, and what both take on the heap. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Slotted(long start, byte[] value, int weight) {}

    /**
     * What was met last is looked up in memory; at first that is what was written last.
     *
     * @param budget of which this store takes a share, until it is closed
     */
    public SlottedStore(WindowStore<String, byte[]> store, Duration slot, StateCodec<T> codec, HeapBudget budget) {
        this.store = store;
        this.slot = slot.toMillis();
        this.codec = codec;
        this.budget = budget;
        budget.join();
        this.recent = new Recent<>(budget::share, Slotted::weight);
        fill();
    }

    /** From the newest segment to the oldest, as far as memory goes. Within a segment they are not in the order of time. */
    private void fill() {
        recent.declareWhole();
        try (KeyValueIterator<Windowed<String>, byte[]> entries = store.backwardAll()) {
            while (entries.hasNext() && recent.isWhole()) {
                KeyValue<Windowed<String>, byte[]> entry = entries.next();
                long start = entry.key.window().start();
                newest = OptionalLong.of(Math.max(start, newest.orElse(start)));
                if (recent.get(entry.key.key())
                        .filter(known -> known.start() >= start)
                        .isEmpty()) {
                    remember(entry.key.key(), start, entry.value);
                }
            }
        }
    }

    private void remember(String subject, long start, byte[] value) {
        recent.put(subject, new Slotted(start, value, HEAP_OF_ENTRY + subject.length() + value.length));
    }

    /**
     * The store to add to the topology. Its changelog forgets by the time of writing: by the time of the messages, the broker would
     * delete what a backlog of weeks leads to at once.
     */
    public static StoreBuilder<WindowStore<String, byte[]>> builder(String name, Duration slot) {
        return Stores.windowStoreBuilder(
                        new WrittenBehind(
                                Stores.persistentWindowStore(name, slot.multipliedBy(SLOTS_KEPT), slot, false)),
                        Serdes.String(),
                        Serdes.ByteArray())
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
        Optional<Slotted> known = recent.get(subject);
        if (known.isPresent()) {
            return known.filter(last -> last.start() >= oldest()).map(last -> codec.decode(last.value()));
        }
        return recent.isWhole() ? Optional.empty() : read(subject);
    }

    private Optional<T> read(String subject) {
        for (long start = newest.orElseThrow(); start >= oldest(); start -= slot) {
            byte[] found = store.fetch(subject, start);
            if (found != null) {
                remember(subject, start, found);
                return Optional.of(codec.decode(found));
            }
        }
        return Optional.empty();
    }

    /** Keeps this of a subject. */
    public void put(String subject, T value) {
        long start = newest.orElseThrow();
        byte[] bytes = codec.encode(value);
        store.put(subject, bytes, start);
        remember(subject, start, bytes);
    }

    /**
     * Erases what was written of a subject: in the slots that are kept, and in those before them, as far back as the changelog may
     * still hold any. It does so without a look, because the store no longer reads those; and from the newest slot on, so that after a
     * restart the store knows which of them it has let go of.
     */
    public void erase(String subject) {
        recent.remove(subject);
        if (newest.isPresent()) {
            long oldest = Math.max(0, oldest() - KEPT_BY_BROKER - slot);
            for (long start = newest.getAsLong(); start >= oldest; start -= slot) {
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
        try (KeyValueIterator<Windowed<String>, byte[]> entries = store.all()) {
            if (entries.hasNext()) {
                return;
            }
        }
        store.put(ANCHOR, null, 0);
    }

    /** Gives its share of memory back; the store itself is the task's to close. */
    @Override
    public void close() {
        budget.leave();
    }
}
