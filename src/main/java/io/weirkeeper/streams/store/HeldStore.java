package io.weirkeeper.streams.store;

import io.weirkeeper.core.hold.Agenda;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.hold.Waiting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The messages that wait at a gate, one record each, and when to look at them again. The agenda is in memory only, made anew when a
 * task starts and changed after the store.
 *
 * <p>A record's key is the length of the gate's key (four bytes), that key in UTF-8, and the order of the message (eight bytes): so all
 * messages of one key stand together, in order, whatever the key.
 */
public final class HeldStore {
    /** What is kept decoded in memory, in characters of text. */
    private static final int CHARACTERS_IN_MEMORY = 16 * 1024 * 1024;

    private static final int LENGTH_BYTES = 4;

    private final KeyValueStore<Bytes, Held> store;
    private final Agenda<String> agenda = new Agenda<>();
    private final Recent<Waiting> recent = new Recent<>(CHARACTERS_IN_MEMORY, HeldStore::size);

    private Count count = Count.NONE;

    /** How many messages wait, and for what. */
    public record Count(int inBursts, int inQueues) {
        public static final Count NONE = new Count(0, 0);

        private Count plus(Held held, int one) {
            return held.stage() instanceof Held.InQueue
                    ? new Count(inBursts, inQueues + one)
                    : new Count(inBursts + one, inQueues);
        }
    }

    public HeldStore(KeyValueStore<Bytes, Held> store) {
        this.store = store;
    }

    public Agenda<String> agenda() {
        return agenda;
    }

    /** How many messages wait under all keys, once {@link #forEach} has seen them. */
    public Count count() {
        return count;
    }

    /** Takes each key under which something waits, in the order in which the latest came: so bursts that end at once keep theirs. */
    public void forEach(BiConsumer<String, Waiting> keys) {
        Map<String, List<Held>> all = new LinkedHashMap<>();
        List<KeyValue<String, Held>> inOrder = new ArrayList<>();
        try (KeyValueIterator<Bytes, Held> entries = store.all()) {
            entries.forEachRemaining(entry -> inOrder.add(KeyValue.pair(keyOf(entry.key), entry.value)));
        }
        inOrder.sort((a, b) -> Long.compare(a.value.order(), b.value.order()));
        count = Count.NONE;
        inOrder.forEach(entry -> {
            count = count.plus(entry.value, 1);
            List<Held> held = Optional.ofNullable(all.remove(entry.key)).orElseGet(ArrayList::new);
            held.add(entry.value);
            all.put(entry.key, held);
        });
        all.forEach((key, held) -> keys.accept(key, new Waiting(held)));
    }

    /** What waits under a key. */
    public Waiting get(String key) {
        if (!agenda.has(key)) {
            return Waiting.NONE;
        }
        return recent.get(key).orElseGet(() -> {
            Waiting waiting = read(key);
            recent.put(key, waiting);
            return waiting;
        });
    }

    private Waiting read(String key) {
        List<Held> held = new ArrayList<>();
        try (KeyValueIterator<Bytes, Held> entries = store.prefixScan(prefix(key), new BytesSerializer())) {
            entries.forEachRemaining(entry -> held.add(entry.value));
        }
        return new Waiting(held);
    }

    /** Writes what has come to wait and deletes what no longer does. */
    public void put(String key, Waiting before, Waiting after) {
        Map<Long, Held> gone = new LinkedHashMap<>();
        before.held().forEach(held -> gone.put(held.order(), held));
        for (Held held : after.held()) {
            Optional<Held> same = Optional.ofNullable(gone.remove(held.order()));
            if (!same.equals(Optional.of(held))) {
                store.put(key(key, held.order()), held);
                same.ifPresent(other -> count = count.plus(other, -1));
                count = count.plus(held, 1);
            }
        }
        gone.forEach((order, held) -> {
            store.delete(key(key, order));
            count = count.plus(held, -1);
        });
        if (after.isEmpty()) {
            recent.remove(key);
        } else {
            recent.put(key, after);
        }
    }

    /** When to look at a key again. */
    public void schedule(String key, Due due) {
        agenda.set(key, due);
    }

    private static int size(Waiting waiting) {
        return waiting.held().stream()
                .mapToInt(held -> 256 + held.candidate().message().body().length())
                .sum();
    }

    /** With what the keys of all records begin that wait under a key of a gate. */
    static Bytes prefix(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(LENGTH_BYTES + text.length)
                .putInt(text.length)
                .put(text)
                .array());
    }

    private static Bytes key(String key, long order) {
        byte[] prefix = prefix(key).get();
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(order)
                .array());
    }

    private static String keyOf(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        return new String(key.get(), LENGTH_BYTES, bytes.getInt(), StandardCharsets.UTF_8);
    }
}
