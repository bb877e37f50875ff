package io.weirkeeper.service;

import java.util.Optional;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all RocksDB stores of a gate share, beside the heap: one cache of blocks, in which the write buffers are counted too.
 * By default each store, and each segment of a window store, would have 50 MiB of blocks and 48 MiB of write buffers of its own.
 *
 * <p>Nothing is taken before the first store opens. What is not in the bound: indexes and filters of open files, a few bytes a subject.
 */
final class StoreMemory implements AutoCloseable {
    /**
     * How much more a new write buffer takes at once, in bytes. RocksDB's own step, 1 MiB for each store that was written to, would
     * fill the share of the write buffers with buffers that are nearly empty: then each write flushes one.
     */
    private static final long WRITE_STEP = 256L * 1024;

    private final long bytes;
    private Optional<Shared> shared = Optional.empty();

    private record Shared(Cache cache, WriteBufferManager writeBuffers) {}

    /**
     * @param bytes for blocks and write buffers together; more is taken rather than that a read or a write fails
     */
    StoreMemory(long bytes) {
        this.bytes = bytes;
    }

    /** How much of it write buffers may take: half, because reads of a gate mostly meet what was written last. */
    long writeBytes() {
        return bytes / 2;
    }

    /** Gives a store its share. */
    void bound(Options options) {
        Shared all = shared();
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(all.cache());
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(all.writeBuffers());
        options.setArenaBlockSize(WRITE_STEP);
    }

    private synchronized Shared shared() {
        Shared now = shared.orElseGet(this::open);
        shared = Optional.of(now);
        return now;
    }

    private Shared open() {
        RocksDB.loadLibrary();
        Cache cache = new LRUCache(bytes);
        return new Shared(cache, new WriteBufferManager(writeBytes(), cache));
    }

    /** How much is in use, in bytes; 0 before the first store opens. */
    synchronized long used() {
        return shared.map(all -> all.cache().getUsage()).orElse(0L);
    }

    /** To be called when all stores are closed. */
    @Override
    public synchronized void close() {
        shared.ifPresent(all -> {
            all.writeBuffers().close();
            all.cache().close();
        });
        shared = Optional.empty();
    }
}
