package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.penalty.Ladder;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.LedgerCodec;
import io.weirkeeper.streams.codec.StandingCodec;
import io.weirkeeper.streams.store.GateStores;
import io.weirkeeper.streams.store.SlottedStore;
import io.weirkeeper.streams.store.StandingStore;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which stores the sender gate has.
 *
 * @param longestWindow the longest window that a limit may have, and the length of a slot; at least an hour, because records may be
 *     so late
 * @param bounds how late records may be
 */
public record StoreLayout(Duration longestWindow, TimeBounds bounds) {

    public static final Duration DEFAULT_LONGEST_WINDOW = Duration.ofDays(1);

    /**
     * How much activity a task keeps in memory, as the bytes that it takes in the store; decoded it takes four to five times that.
     */
    private static final int ACTIVITY_IN_MEMORY = 8 * 1024 * 1024;

    private static final Duration LEDGER_SLOT = Duration.ofMillis(Ladder.LONGEST_WINDOW);

    public StoreLayout {
        if (longestWindow.toMillis() < bounds.latest()) {
            throw new IllegalArgumentException("state.longestWindow (" + longestWindow
                    + ") must not be shorter than the time by which a record may be late (" + bounds.latest() + " ms)");
        }
    }

    Set<StoreBuilder<?>> builders() {
        return Set.of(
                SlottedStore.builder(Nodes.ACTIVITY, longestWindow, new ActivityCodec()),
                SlottedStore.builder(Nodes.VIOLATIONS, LEDGER_SLOT, new LedgerCodec()),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(Nodes.STANDING),
                                Serdes.String(),
                                new StandingCodec().serde())
                        .withLoggingEnabled(Map.of()));
    }

    GateStores open(ProcessorContext<?, ?> context) {
        return new GateStores(
                new SlottedStore<>(
                        context.getStateStore(Nodes.ACTIVITY), longestWindow, ACTIVITY_IN_MEMORY, Activity::bytes),
                new SlottedStore<>(context.getStateStore(Nodes.VIOLATIONS), LEDGER_SLOT),
                new StandingStore(context.getStateStore(Nodes.STANDING)));
    }
}
