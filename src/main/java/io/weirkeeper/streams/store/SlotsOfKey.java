package io.weirkeeper.streams.store;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** What a store has under one key, window by window: from disk, and over it what is still to be written. There are a few of them only. */
final class SlotsOfKey implements WindowStoreIterator<byte[]> {
    private final Iterator<Map.Entry<Long, byte[]>> entries;
    private Map.@Nullable Entry<Long, byte[]> next;

    private SlotsOfKey(Iterator<Map.Entry<Long, byte[]>> entries) {
        this.entries = entries;
        advance();
    }

    /** In the order of the comparator. */
    static WindowStoreIterator<byte[]> of(
            PendingWrites.@Nullable Write over, WindowStoreIterator<byte[]> disk, Comparator<Long> order) {
        TreeMap<Long, byte[]> slots = new TreeMap<>(order);
        try (disk) {
            disk.forEachRemaining(entry -> slots.put(entry.key, entry.value));
        }
        if (over != null) {
            if (over.value() == null) {
                slots.remove(over.start());
            } else {
                slots.put(over.start(), over.value());
            }
        }
        return new SlotsOfKey(slots.entrySet().iterator());
    }

    private void advance() {
        next = entries.hasNext() ? entries.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public KeyValue<Long, byte[]> next() {
        Map.Entry<Long, byte[]> entry = peek();
        advance();
        return KeyValue.pair(entry.getKey(), entry.getValue());
    }

    @Override
    public Long peekNextKey() {
        return peek().getKey();
    }

    private Map.Entry<Long, byte[]> peek() {
        if (next == null) {
            throw new NoSuchElementException("no more windows");
        }
        return next;
    }

    /** The store's own iterator has been closed. */
    @Override
    public void close() {}
}
