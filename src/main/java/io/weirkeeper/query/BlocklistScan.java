package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.core.standing.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Looks for blocked senders in the stores of this instance.
 *
 * @param standings the store of a partition
 * @param now epoch milliseconds
 */
record BlocklistScan(IntFunction<ReadOnlyKeyValueStore<String, Standing>> standings, long now) {

    /** How many senders of a partition one request looks at: most may be only registered, and are read all the same. */
    static final int MOST_LOOKED_AT = 10_000;

    /** The first page of what comes after that sender in these partitions. */
    BlocklistPart after(Optional<String> sender, Set<Integer> partitions) {
        BlocklistPart found = BlocklistPart.EMPTY;
        for (int partition : partitions) {
            found = found.and(find(partition, sender));
        }
        return found;
    }

    private BlocklistPart find(int partition, Optional<String> after) {
        List<JsonNode> found = new ArrayList<>();
        Optional<String> last = Optional.empty();
        int looked = 0;
        try (KeyValueIterator<String, Standing> entries = from(standings.apply(partition), after)) {
            // One more than fit on a page: then that is what cuts.
            while (entries.hasNext() && found.size() <= BlocklistPart.PAGE && looked < MOST_LOOKED_AT) {
                KeyValue<String, Standing> entry = entries.next();
                if (!after.equals(Optional.of(entry.key))) {
                    looked++;
                    last = Optional.of(entry.key);
                    BlockedJson.of(entry.key, entry.value.at(now)).ifPresent(found::add);
                }
            }
            return BlocklistPart.of(found, entries.hasNext() ? last : Optional.empty(), Set.of(partition));
        }
    }

    @SuppressWarnings("NullAway") // Kafka Streams takes null for an open end
    private static KeyValueIterator<String, Standing> from(
            ReadOnlyKeyValueStore<String, Standing> standings, Optional<String> key) {
        return key.isEmpty() ? standings.all() : standings.range(key.get(), null);
    }
}
