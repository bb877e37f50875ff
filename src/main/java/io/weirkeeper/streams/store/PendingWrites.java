package io.weirkeeper.streams.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be written to a store on disk. RocksDB keeps what was written last in a skip list; keys in no order miss the processor's
 * caches at each of its levels, and that cost more than the decision. Some thousand keys at a time, in their order, mostly hit; and who
 * wrote twice meanwhile is written once.
 */
final class PendingWrites {
    /** About 4 MiB with their keys. More would be written a little faster, and be a longer pause for those who come next. */
    static final int MOST = 16_384;

    private static final Comparator<Map.Entry<Bytes, Write>> BY_KEY = Map.Entry.comparingByKey();

    private final WindowStore<Bytes, byte[]> disk;
    private final Map<Bytes, Write> writes = new ConcurrentHashMap<>();

    /**
     * The latest write of a key.
     *
     * @param start of the window
     * @param value none if it is to be deleted
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Write(long start, byte @Nullable [] value) {}

    PendingWrites(WindowStore<Bytes, byte[]> disk) {
        this.disk = disk;
    }

    /** The write of a key that may not be on disk yet, if its window starts between these, both included. To be asked before the disk. */
    @Nullable
    Write of(Bytes key, long from, long to) {
        Write write = writes.get(key);
        return write == null || write.start() < from || write.start() > to ? null : write;
    }

    /** One write of a key can wait: if there is one of another window, that is written at once. */
    synchronized void put(Bytes key, byte @Nullable [] value, long start) {
        Write before = writes.get(key);
        if (before != null && before.start() != start) {
            write(key, before);
        }
        writes.put(key, new Write(start, value));
        if (writes.size() >= MOST) {
            write();
        }
    }

    /** Writes all. Who reads meanwhile finds each write here until it is on disk. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    synchronized void write() {
        Map.Entry<Bytes, Write>[] inOrder = writes.entrySet().toArray(new Map.Entry[0]);
        Arrays.sort(inOrder, BY_KEY);
        for (Map.Entry<Bytes, Write> entry : inOrder) {
            write(entry.getKey(), entry.getValue());
        }
        writes.clear();
    }

    /** Forgets all that is not on disk. */
    synchronized void drop() {
        writes.clear();
    }

    @SuppressWarnings("NullAway") // null deletes
    private void write(Bytes key, Write write) {
        disk.put(key, write.value(), write.start());
    }
}
