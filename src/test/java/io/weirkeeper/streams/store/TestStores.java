package io.weirkeeper.streams.store;

import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.HeldCodec;
import io.weirkeeper.streams.codec.LedgerCodec;
import io.weirkeeper.streams.codec.StandingCodec;
import io.weirkeeper.streams.codec.TallyCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** The stores of the gate, on disk, without a broker. */
final class TestStores implements AutoCloseable {
    static final Duration SLOT = Duration.ofDays(1);

    /** For some tens of subjects. */
    static final long MEMORY = 10_000;

    private final MockProcessorContext<Void, Void> context;
    final WindowStore<String, byte[]> activity;
    final KeyValueStore<String, Standing> standing;
    final KeyValueStore<String, Tally> stats;
    final GateStores gate;

    TestStores(Path folder) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        activity = open(SlottedStore.builder("activity", SLOT));
        standing = open(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("standing"), Serdes.String(), new StandingCodec().serde()));
        stats = open(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("stats"), Serdes.String(), new TallyCodec().serde()));
        gate = new GateStores(
                new SlottedStore<>(activity, SLOT, new ActivityCodec(), new HeapBudget(MEMORY)),
                Optional.of(new SlottedStore<>(
                        open(SlottedStore.builder("violations", Duration.ofDays(30))),
                        Duration.ofDays(30),
                        new LedgerCodec(),
                        new HeapBudget(MEMORY))),
                new StandingStore(standing),
                new HeldStore(open(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("held"), Serdes.Bytes(), new HeldCodec().serde()))),
                Reckoning.OF_SENDERS,
                new VerdictStats(stats),
                new SaveMarks());
    }

    private <S extends StateStore> S open(StoreBuilder<S> builder) {
        S store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    /** What others see of them. */
    StoredView view(String key) {
        return new StoredView(
                activity,
                Optional.of(context.getStateStore("violations")),
                standing,
                context.getStateStore("held"),
                key);
    }

    @Override
    public void close() {
        for (String name : new String[] {"activity", "violations", "standing", "held", "stats"}) {
            context.getStateStore(name).close();
        }
    }
}
