package io.weirkeeper.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** The blocked addresses on gate-lists, as this instance has them. */
public record BlockedAddresses(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) {

    /**
     * One of them.
     *
     * @param since when it was blocked, epoch milliseconds
     * @param value what was said with it, as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record Entry(String address, long since, byte[] value) {}

    /** Whether a key can be an address, and not what the topic says of a gate. */
    public static boolean isAddress(String key) {
        return !key.isEmpty() && !key.equals(GateKey.GLOBAL.toString());
    }

    public Optional<Entry> find(String address) {
        return isAddress(address) ? entry(address, store.get(address)) : Optional.empty();
    }

    /** At most so many, in the order of their bytes, from after that one on. */
    public List<Entry> page(Optional<String> after, int most) {
        List<Entry> page = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> entries =
                after.isEmpty() ? store.all() : from(after.get())) {
            while (entries.hasNext() && page.size() < most) {
                KeyValue<String, ValueAndTimestamp<byte[]>> next = entries.next();
                boolean isWanted = isAddress(next.key) && !after.equals(Optional.of(next.key));
                (isWanted ? entry(next.key, next.value) : Optional.<Entry>empty()).ifPresent(page::add);
            }
        }
        return page;
    }

    private static Optional<Entry> entry(String address, @Nullable ValueAndTimestamp<byte[]> value) {
        return Optional.ofNullable(value).map(known -> new Entry(address, known.timestamp(), known.value()));
    }

    @SuppressWarnings("NullAway") // Kafka Streams takes null for an open end
    private KeyValueIterator<String, ValueAndTimestamp<byte[]>> from(String key) {
        return store.range(key, null);
    }
}
