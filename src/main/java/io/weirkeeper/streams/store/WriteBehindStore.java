package io.weirkeeper.streams.store;

import java.util.Comparator;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * A window store on disk that is written behind: what is put waits in memory and goes to the disk's store in the order of its keys, see
 * {@link PendingWrites}. It stands below the changelog, which gets every write at once, so nothing that Kafka Streams promises depends on
 * it: before an offset of the changelog is noted ({@link #commit}), all that was put is written; after a crash the rest is read back from
 * the changelog, as it would be without.
 *
 * <p>Written by the thread of its task, read by any.
 */
final class WriteBehindStore implements WindowStore<Bytes, byte[]> {
    private final WindowStore<Bytes, byte[]> disk;
    private final PendingWrites pending;

    WriteBehindStore(WindowStore<Bytes, byte[]> disk) {
        this.disk = disk;
        this.pending = new PendingWrites(disk);
    }

    @Override
    @SuppressWarnings("NullAway") // null deletes
    public void put(Bytes key, byte @Nullable [] value, long start) {
        pending.put(key, value, start);
    }

    @Override
    @SuppressWarnings("NullAway") // null if there is nothing
    public byte @Nullable [] fetch(Bytes key, long start) {
        PendingWrites.Write write = pending.of(key, start, start);
        return write == null ? disk.fetch(key, start) : write.value();
    }

    @Override
    public WindowStoreIterator<byte[]> fetch(Bytes key, long from, long to) {
        return SlotsOfKey.of(pending.of(key, from, to), disk.fetch(key, from, to), Comparator.naturalOrder());
    }

    @Override
    public WindowStoreIterator<byte[]> backwardFetch(Bytes key, long from, long to) {
        return SlotsOfKey.of(pending.of(key, from, to), disk.backwardFetch(key, from, to), Comparator.reverseOrder());
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetch(Bytes first, Bytes last, long from, long to) {
        pending.write();
        return disk.fetch(first, last, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> backwardFetch(Bytes first, Bytes last, long from, long to) {
        pending.write();
        return disk.backwardFetch(first, last, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> all() {
        pending.write();
        return disk.all();
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> backwardAll() {
        pending.write();
        return disk.backwardAll();
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> fetchAll(long from, long to) {
        pending.write();
        return disk.fetchAll(from, to);
    }

    @Override
    public KeyValueIterator<Windowed<Bytes>, byte[]> backwardFetchAll(long from, long to) {
        pending.write();
        return disk.backwardFetchAll(from, to);
    }

    @Override
    public String name() {
        return disk.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        disk.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        pending.write();
        disk.commit(changelogOffsets);
    }

    @Override
    @SuppressWarnings("NullAway") // null if none is noted
    public @Nullable Long committedOffset(TopicPartition changelog) {
        return disk.committedOffset(changelog);
    }

    @Override
    @SuppressWarnings("deprecation") // Kafka Streams asks
    public boolean managesOffsets() {
        return disk.managesOffsets();
    }

    /**
     * What is still to be written is dropped. Who closes in good order commits before; otherwise it may be of a transaction that was aborted,
     * and Kafka Streams opens this same object again when it revives the task.
     */
    @Override
    public void close() {
        pending.drop();
        disk.close();
    }

    @Override
    public boolean persistent() {
        return disk.persistent();
    }

    @Override
    public boolean isOpen() {
        return disk.isOpen();
    }

    @Override
    public Position getPosition() {
        return disk.getPosition();
    }
}
