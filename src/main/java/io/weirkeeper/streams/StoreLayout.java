package io.weirkeeper.streams;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.penalty.Ladder;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.HeldCodec;
import io.weirkeeper.streams.codec.LedgerCodec;
import io.weirkeeper.streams.codec.Remembrance;
import io.weirkeeper.streams.codec.StandingCodec;
import io.weirkeeper.streams.codec.StateCodec;
import io.weirkeeper.streams.codec.TallyCodec;
import io.weirkeeper.streams.store.GateStores;
import io.weirkeeper.streams.store.HeapBudget;
import io.weirkeeper.streams.store.HeldStore;
import io.weirkeeper.streams.store.Reckoning;
import io.weirkeeper.streams.store.SaveMarks;
import io.weirkeeper.streams.store.SlottedStore;
import io.weirkeeper.streams.store.StandingStore;
import io.weirkeeper.streams.store.VerdictStats;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which stores the gates have.
 *
 * @param longestWindow the longest window that a limit may have, and the length of a slot; at least an hour, because records may be
 *     so late
 * @param bounds how late records may be
 * @param memory for what the stores of this instance were asked for last
 * @param marks by which other threads read what one decision left
 */
public record StoreLayout(Duration longestWindow, TimeBounds bounds, HeapBudget memory, SaveMarks marks) {

    public static final Duration DEFAULT_LONGEST_WINDOW = Duration.ofDays(1);

    private static final Duration LEDGER_SLOT = Duration.ofMillis(Ladder.LONGEST_WINDOW);

    public StoreLayout {
        if (longestWindow.toMillis() < bounds.latest()) {
            throw new IllegalArgumentException("state.longestWindow (" + longestWindow
                    + ") must not be shorter than the time by which a record may be late (" + bounds.latest() + " ms)");
        }
    }

    /** With as much memory as the process can spare. */
    public StoreLayout(Duration longestWindow, TimeBounds bounds) {
        this(longestWindow, bounds, HeapBudget.ofProcess(), new SaveMarks());
    }

    /** Those of the sender gate. */
    Set<StoreBuilder<?>> senderBuilders() {
        return inOrder(
                SlottedStore.builder(Nodes.ACTIVITY, longestWindow),
                SlottedStore.builder(Nodes.VIOLATIONS, LEDGER_SLOT),
                keyed(Nodes.STANDING, Serdes.String(), new StandingCodec()),
                keyed(Nodes.HELD, Serdes.Bytes(), new HeldCodec()),
                keyed(Nodes.STATS, Serdes.String(), new TallyCodec()));
    }

    /** Those of the wider gates, which have no violations. */
    Set<StoreBuilder<?>> widerBuilders() {
        return inOrder(
                SlottedStore.builder(Nodes.WIDER_ACTIVITY, longestWindow),
                keyed(Nodes.WIDER_STANDING, Serdes.String(), new StandingCodec()),
                keyed(Nodes.WIDER_HELD, Serdes.Bytes(), new HeldCodec()),
                keyed(Nodes.WIDER_STATS, Serdes.String(), new TallyCodec()));
    }

    /** Always in the same order: a set of the JDK's would make the description of the topology differ from start to start. */
    private static Set<StoreBuilder<?>> inOrder(StoreBuilder<?>... builders) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(builders)));
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> keyed(String name, Serde<K> keys, StateCodec<V> codec) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, codec.serde())
                .withLoggingEnabled(Map.of());
    }

    GateStores senderStores(ProcessorContext<?, ?> context) {
        return new GateStores(
                activity(context, Nodes.ACTIVITY),
                Optional.of(new SlottedStore<>(
                        context.getStateStore(Nodes.VIOLATIONS), LEDGER_SLOT, new LedgerCodec(), memory)),
                new StandingStore(context.getStateStore(Nodes.STANDING)),
                new HeldStore(context.getStateStore(Nodes.HELD)),
                Reckoning.OF_SENDERS,
                new VerdictStats(context.getStateStore(Nodes.STATS)),
                marks);
    }

    GateStores widerStores(ProcessorContext<?, ?> context) {
        return new GateStores(
                activity(context, Nodes.WIDER_ACTIVITY),
                Optional.empty(),
                new StandingStore(context.getStateStore(Nodes.WIDER_STANDING)),
                new HeldStore(context.getStateStore(Nodes.WIDER_HELD)),
                Reckoning.NONE,
                new VerdictStats(context.getStateStore(Nodes.WIDER_STATS)),
                marks);
    }

    /** The stores of the running topology, for other threads. */
    public LiveStores live(KafkaStreams streams) {
        return new LiveStores(streams, marks);
    }

    private SlottedStore<Remembrance> activity(ProcessorContext<?, ?> context, String name) {
        return new SlottedStore<>(context.getStateStore(name), longestWindow, new ActivityCodec(), memory);
    }
}
