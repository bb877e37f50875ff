package io.weirkeeper.service;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** Lets every RocksDB store of Kafka Streams share one memory. Kafka Streams makes it for each store, by its name. */
public final class BoundedMemory implements RocksDBConfigSetter {
    /** The property under which the shared memory is handed through Kafka Streams. */
    static final String MEMORY = "weir.state.memory";

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(MEMORY) instanceof StoreMemory memory)) {
            throw new IllegalArgumentException(MEMORY + " must be a StoreMemory, not " + configs.get(MEMORY));
        }
        memory.bound(options);
    }

    /** What is shared outlives the store. */
    @Override
    public void close(String storeName, Options options) {}
}
