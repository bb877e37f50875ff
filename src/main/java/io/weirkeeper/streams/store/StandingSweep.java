package io.weirkeeper.streams.store;

import io.weirkeeper.core.standing.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Deletes, a few at a time, what has run out of the standing of subjects that no longer write. Those that do are seen to when
 * their message is judged.
 */
public final class StandingSweep {
    static final int ENTRIES_AT_ONCE = 1_000;

    private final KeyValueStore<String, Standing> store;
    private final long lateness;
    private Optional<String> next = Optional.empty();

    /**
     * @param lateness how far behind the latest record another may be, in milliseconds: until then it may need what has run out
     */
    public StandingSweep(KeyValueStore<String, Standing> store, long lateness) {
        this.store = store;
        this.lateness = lateness;
    }

    /** Looks at some entries, and next time at those after them. */
    public void sweep(long now) {
        List<KeyValue<String, Standing>> changed = new ArrayList<>();
        try (KeyValueIterator<String, Standing> entries = next.isEmpty() ? store.all() : from(next.get())) {
            for (int i = 0; i < ENTRIES_AT_ONCE && entries.hasNext(); i++) {
                KeyValue<String, Standing> entry = entries.next();
                Standing kept = entry.value.at(now - lateness);
                if (!kept.equals(entry.value)) {
                    changed.add(KeyValue.pair(entry.key, kept));
                }
            }
            next = entries.hasNext() ? Optional.of(entries.peekNextKey()) : Optional.empty();
        }
        changed.forEach(entry -> store.put(entry.key, entry.value.isEmpty() ? null : entry.value));
    }

    /** From a key to the last one: a range without an end. */
    @SuppressWarnings("NullAway") // Kafka Streams takes null for an open end
    private KeyValueIterator<String, Standing> from(String key) {
        return store.range(key, null);
    }
}
