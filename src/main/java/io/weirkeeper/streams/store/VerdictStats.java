package io.weirkeeper.streams.store;

import io.weirkeeper.core.tally.RunningTally;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.core.verdict.Verdict;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The verdicts of one gate in one task: counted in memory, and written to its store from time to time. */
public final class VerdictStats {
    /** A task has one record. */
    private static final String KEY = "verdicts";

    private final KeyValueStore<String, Tally> store;
    private final RunningTally running;
    private boolean changed;

    /** Goes on from what the store has. */
    public VerdictStats(KeyValueStore<String, Tally> store) {
        this.store = store;
        this.running = new RunningTally(written(store));
    }

    /** What was written last. */
    public static Tally written(ReadOnlyKeyValueStore<String, Tally> store) {
        return Optional.ofNullable(store.get(KEY)).orElse(Tally.EMPTY);
    }

    public void count(Verdict verdict) {
        running.count(verdict);
        changed = true;
    }

    /** Writes what has been counted since the last time. */
    public void write() {
        if (changed) {
            store.put(KEY, running.tally());
            changed = false;
        }
    }
}
