package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Lists;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.streams.store.SaveMarks;
import io.weirkeeper.streams.store.StoredView;
import io.weirkeeper.streams.store.VerdictStats;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of this instance while they are being written. Everything here, and everything that is read of what it gives, throws
 * {@link org.apache.kafka.streams.errors.InvalidStateStoreException} when a store is not here, not yet or not any more.
 */
public record LiveStores(KafkaStreams streams, SaveMarks marks) {

    /** The key under which the global gate keeps its state. */
    public static final String GLOBAL_KEY = GateKey.GLOBAL.toString();

    /** What the sender gate knows of a subject in the task of this partition. */
    public SubjectState subject(String subject, int partition) {
        return new StoredView(
                        store(Nodes.ACTIVITY, QueryableStoreTypes.windowStore(), partition),
                        Optional.of(store(Nodes.VIOLATIONS, QueryableStoreTypes.windowStore(), partition)),
                        standings(partition),
                        store(Nodes.HELD, QueryableStoreTypes.keyValueStore(), partition),
                        subject)
                .copy(marks);
    }

    /** What the sender gate decided of a subject, counted in the task of this partition. */
    public Tally tally(String subject, int partition) {
        return StoredView.remembrance(store(Nodes.ACTIVITY, QueryableStoreTypes.windowStore(), partition), subject)
                .tally();
    }

    /**
     * What one task counted.
     *
     * @param store {@link Nodes#STATS} or {@link Nodes#WIDER_STATS}
     */
    public Tally tallyOfTask(String store, int partition) {
        return VerdictStats.written(store(store, QueryableStoreTypes.<String, Tally>keyValueStore(), partition));
    }

    /** What the global gate knows, in the task of this partition. */
    public SubjectState global(int partition) {
        return new StoredView(
                        store(Nodes.WIDER_ACTIVITY, QueryableStoreTypes.windowStore(), partition),
                        Optional.empty(),
                        store(Nodes.WIDER_STANDING, QueryableStoreTypes.keyValueStore(), partition),
                        store(Nodes.WIDER_HELD, QueryableStoreTypes.keyValueStore(), partition),
                        GLOBAL_KEY)
                .copy(marks);
    }

    /** The standing of the subjects of this partition, in the order of the bytes of their names. */
    public ReadOnlyKeyValueStore<String, Standing> standings(int partition) {
        return store(Nodes.STANDING, QueryableStoreTypes.keyValueStore(), partition);
    }

    /** The blocked addresses, and whether the global gate is paused. */
    public Lists lists() {
        return new StoredLists(streams.store(StoreQueryParameters.fromNameAndType(
                Nodes.LISTS, QueryableStoreTypes.<String, byte[]>timestampedKeyValueStore())));
    }

    private <T> T store(String name, QueryableStoreType<T> type, int partition) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, type).withPartition(partition));
    }
}
