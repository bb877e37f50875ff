package io.weirkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.SettingsReader;
import io.weirkeeper.config.SettingsReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** All stores of a gate stay within one memory. */
class BoundedMemoryTest {
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final StoreMemory memory = new StoreMemory(32 * MEGABYTE);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void twoStoresShareOneCacheAndOneBoundOfWriteBuffers() {
        try (Options one = options(memory);
                Options other = options(memory)) {
            assertThat(cache(one)).isNotNull().isSameAs(cache(other));
            assertThat(one.writeBufferManager()).isNotNull().isSameAs(other.writeBufferManager());
        }
    }

    @Test
    void theNumbersFollowTheSetting() {
        SettingsReading reading = SettingsReader.read(Optional.of("state: {memory: 134217728}\n"), Map.of());
        StoreMemory chosen =
                new StoreMemory(((SettingsReading.Valid) reading).settings().stateMemory());
        assertThat(chosen.writeBytes()).isEqualTo(64 * MEGABYTE);

        assertThat(new StoreMemory(Settings.DEFAULT_STATE_MEMORY).writeBytes()).isEqualTo(128 * MEGABYTE);
    }

    /** What was written and is not flushed is counted in the cache: the one bound holds for both. */
    @Test
    void writeBuffersOfAllStoresCountInTheOneMemory() throws Exception {
        byte[] value = new byte[1024];
        assertThat(memory.used()).isZero();
        try (Options options = options(memory).setCreateIfMissing(true);
                RocksDB one = RocksDB.open(options, directory.resolve("one").toString());
                RocksDB other = RocksDB.open(options, directory.resolve("other").toString())) {
            write(one, value, 2_000);
            long afterOne = memory.used();
            write(other, value, 2_000);

            assertThat(afterOne).isBetween(2 * MEGABYTE, 4 * MEGABYTE);
            assertThat(memory.used()).isBetween(afterOne + 2 * MEGABYTE, afterOne + 4 * MEGABYTE);
        }
    }

    /** Eight stores that each take 8 MiB of writes would hold 64 MiB of buffers; together they may hold 16. */
    @Test
    void manyStoresStayWithinTheBoundAndCanBeReadBeyondIt() throws Exception {
        byte[] value = new byte[1024];
        try (Options options = options(memory).setCreateIfMissing(true)) {
            RocksDB[] stores = new RocksDB[8];
            for (int i = 0; i < stores.length; i++) {
                stores[i] = RocksDB.open(options, directory.resolve("store" + i).toString());
            }
            long most = 0;
            for (RocksDB store : stores) {
                write(store, value, 8_000);
                most = Math.max(most, memory.used());
            }
            for (RocksDB store : stores) {
                try (FlushOptions flush = new FlushOptions()) {
                    store.flush(flush);
                }
                for (int key = 0; key < 8_000; key++) {
                    assertThat(store.get(key(key))).hasSize(value.length);
                }
                most = Math.max(most, memory.used());
            }
            for (RocksDB store : stores) {
                store.close();
            }
            // A buffer that is being flushed while the next one fills is over the bound for that moment.
            assertThat(most).isBetween(20 * MEGABYTE, 40 * MEGABYTE);
        }
    }

    @Test
    void kafkaStreamsIsToldOfItUnlessTheOperatorNamesAnother() {
        Settings settings = settings("kafka: {}\n");
        Properties ours = StreamsProperties.of(settings, Profile.EXACTLY_ONCE, memory);
        assertThat(new StreamsConfig(ours).getClass(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG))
                .isEqualTo(BoundedMemory.class);
        assertThat(new StreamsConfig(ours).originals()).containsEntry(BoundedMemory.MEMORY, memory);

        Properties theirs = StreamsProperties.of(
                settings("kafka: {rocksdb.config.setter: org.example.Own}\n"), Profile.EXACTLY_ONCE, memory);
        assertThat(theirs).containsEntry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, "org.example.Own");
    }

    @Test
    void withoutAMemoryItSaysSo() {
        try (Options options = new Options()) {
            assertThatThrownBy(() -> new BoundedMemory().setConfig("store", options, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weir.state.memory must be a StoreMemory, not null");
        }
    }

    /** As Kafka Streams makes them: with a cache of their own. */
    private static Options options(StoreMemory memory) {
        RocksDB.loadLibrary();
        Options options = new Options();
        options.setTableFormatConfig(new TableWithReadableCache().setBlockCache(new LRUCache(MEGABYTE)));
        new BoundedMemory().setConfig("store", options, Map.of(BoundedMemory.MEMORY, memory));
        return options;
    }

    private static Cache cache(Options options) {
        return ((TableWithReadableCache) options.tableFormatConfig()).cache;
    }

    private static void write(RocksDB store, byte[] value, int records) throws RocksDBException {
        for (int key = 0; key < records; key++) {
            store.put(key(key), value);
        }
    }

    private static byte[] key(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    private static Settings settings(String yaml) {
        return ((SettingsReading.Valid) SettingsReader.read(Optional.of(yaml), Map.of())).settings();
    }

    private static final class TableWithReadableCache extends BlockBasedTableConfig {
        @SuppressWarnings("NullAway.Init") // set before it is read
        private Cache cache;

        @Override
        public BlockBasedTableConfig setBlockCache(Cache other) {
            cache = other;
            return super.setBlockCache(other);
        }
    }
}
