package io.weirkeeper.query;

import io.weirkeeper.core.standing.Standing;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store in memory that counts what is read of it. */
final class SortedStandings implements ReadOnlyKeyValueStore<String, Standing> {
    private final NavigableMap<String, Standing> entries = new TreeMap<>();
    private int read;

    void put(String sender, Standing standing) {
        entries.put(sender, standing);
    }

    int read() {
        return read;
    }

    @Override
    public @Nullable Standing get(String key) {
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<String, Standing> range(@Nullable String from, @Nullable String to) {
        if (from == null || to != null) {
            throw new UnsupportedOperationException("only up to the last one");
        }
        return iterator(entries.tailMap(from, true));
    }

    @Override
    public KeyValueIterator<String, Standing> all() {
        return iterator(entries);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    private KeyValueIterator<String, Standing> iterator(Map<String, Standing> from) {
        Iterator<Map.Entry<String, Standing>> iterator = from.entrySet().iterator();
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public KeyValue<String, Standing> next() {
                read++;
                Map.Entry<String, Standing> entry = iterator.next();
                return new KeyValue<>(entry.getKey(), entry.getValue());
            }

            @Override
            public String peekNextKey() {
                throw new UnsupportedOperationException("nobody asks");
            }

            @Override
            public void close() {}
        };
    }
}
