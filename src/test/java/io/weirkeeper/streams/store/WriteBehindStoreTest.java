package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written behind reads as if it had been written at once, and is on disk when the changelog's offset is noted. */
class WriteBehindStoreTest {
    private static final long SLOT = TestStores.SLOT.toMillis();
    private static final long END = 10 * SLOT;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MockProcessorContext<Void, Void> context;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WindowStore<Bytes, byte[]> disk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private WriteBehindStore store;

    @BeforeEach
    void open() {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        disk = Stores.persistentWindowStore("behind", TestStores.SLOT.multipliedBy(5), TestStores.SLOT, false)
                .get();
        store = new WriteBehindStore(disk);
        store.init(context.getStateStoreContext(), store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(String key, String value, long start) {
        store.put(Bytes.wrap(key.getBytes()), value.getBytes(), start);
    }

    @SuppressWarnings("NullAway") // null deletes
    private void delete(String key, long start) {
        store.put(Bytes.wrap(key.getBytes()), null, start);
    }

    private static String at(WindowStore<Bytes, byte[]> store, String key, long start) {
        byte[] value = store.fetch(Bytes.wrap(key.getBytes()), start);
        return value == null ? "nothing" : new String(value);
    }

    private static List<String> texts(WindowStoreIterator<byte[]> slots) {
        List<String> texts = new ArrayList<>();
        try (slots) {
            while (slots.hasNext()) {
                long next = slots.peekNextKey();
                KeyValue<Long, byte[]> slot = slots.next();
                assertThat(slot.key).isEqualTo(next);
                texts.add(slot.key / SLOT + "=" + new String(slot.value));
            }
        }
        return texts;
    }

    private static List<String> all(KeyValueIterator<Windowed<Bytes>, byte[]> entries) {
        List<String> texts = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(
                    entry -> texts.add(new String(entry.key.key().get())
                            + entry.key.window().start() / SLOT + "=" + new String(entry.value)));
        }
        return texts;
    }

    @Test
    void itIsReadBeforeItIsOnDisk() {
        put("a", "1", SLOT);

        assertThat(at(store, "a", SLOT)).isEqualTo("1");
        assertThat(at(store, "a", 0)).isEqualTo("nothing");
        assertThat(at(disk, "a", SLOT)).isEqualTo("nothing");
    }

    @Test
    void itIsOnDiskWhenAnOffsetIsNoted() {
        put("b", "1", SLOT);
        put("a", "1", SLOT);
        put("b", "2", SLOT);

        store.commit(Map.of());

        assertThat(all(disk.all())).containsExactlyInAnyOrder("a1=1", "b1=2");
        assertThat(at(store, "b", SLOT)).isEqualTo("2");
    }

    @Test
    void itIsOnDiskWhenTooMuchWaits() {
        for (int i = 1; i < PendingWrites.MOST; i++) {
            put("key" + i, "1", SLOT);
        }
        assertThat(at(disk, "key1", SLOT)).isEqualTo("nothing");

        put("one more", "1", SLOT);

        assertThat(at(disk, "key1", SLOT)).isEqualTo("1");
        assertThat(at(disk, "one more", SLOT)).isEqualTo("1");
    }

    @Test
    void theWindowsOfAKeyAreReadFromBothPlaces() {
        put("a", "1", SLOT);
        put("a", "2", 2 * SLOT);
        store.commit(Map.of());
        put("a", "3", 3 * SLOT);
        put("a", "2b", 2 * SLOT);
        Bytes key = Bytes.wrap("a".getBytes());

        assertThat(texts(store.fetch(key, 0, END))).containsExactly("1=1", "2=2b", "3=3");
        assertThat(texts(store.backwardFetch(key, 0, END))).containsExactly("3=3", "2=2b", "1=1");
        assertThat(texts(store.fetch(key, 0, SLOT))).containsExactly("1=1");
        assertThat(texts(store.backwardFetch(key, 3 * SLOT, END))).containsExactly("3=3");
    }

    @Test
    void whatIsDeletedIsGoneBeforeItIsOffTheDisk() {
        put("a", "1", SLOT);
        put("a", "2", 2 * SLOT);
        store.commit(Map.of());

        delete("a", SLOT);

        assertThat(at(store, "a", SLOT)).isEqualTo("nothing");
        assertThat(texts(store.fetch(Bytes.wrap("a".getBytes()), 0, END))).containsExactly("2=2");
        assertThat(at(disk, "a", SLOT)).isEqualTo("1");
        store.commit(Map.of());
        assertThat(at(disk, "a", SLOT)).isEqualTo("nothing");
    }

    /** Kafka Streams opens the same object again when it revives a task whose transaction was aborted. */
    @Test
    void whatWasNotWrittenWhenItWasClosedIsGoneWhenItIsOpenedAgain() {
        put("a", "1", SLOT);
        store.commit(Map.of());
        put("a", "of an aborted transaction", SLOT);
        put("b", "of an aborted transaction", SLOT);

        store.close();
        store.init(context.getStateStoreContext(), store);

        assertThat(at(store, "a", SLOT)).isEqualTo("1");
        assertThat(at(store, "b", SLOT)).isEqualTo("nothing");
    }

    @Test
    void allKeysAreReadInAnyWay() {
        put("b", "1", SLOT);
        put("a", "1", 2 * SLOT);
        Bytes a = Bytes.wrap("a".getBytes());
        Bytes b = Bytes.wrap("b".getBytes());

        assertThat(all(store.all())).containsExactlyInAnyOrder("b1=1", "a2=1");
        put("c", "1", 3 * SLOT);
        assertThat(all(store.backwardAll())).containsExactlyInAnyOrder("c3=1", "a2=1", "b1=1");
        put("d", "1", 4 * SLOT);
        assertThat(all(store.fetchAll(4 * SLOT, END))).containsExactly("d4=1");
        put("d", "2", 4 * SLOT);
        assertThat(all(store.backwardFetchAll(4 * SLOT, END))).containsExactly("d4=2");
        put("b", "2", SLOT);
        assertThat(all(store.fetch(a, b, 0, END))).containsExactlyInAnyOrder("b1=2", "a2=1");
        put("b", "3", SLOT);
        assertThat(all(store.backwardFetch(a, b, 0, END))).containsExactlyInAnyOrder("a2=1", "b1=3");
    }
}
