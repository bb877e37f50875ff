package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.streams.LiveStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Looks for blocked senders in the stores of this instance.
 *
 * @param now epoch milliseconds
 */
record BlocklistScan(LiveStores stores, long now) {

    /** The first page of what comes after that sender in these partitions. */
    BlocklistPart after(Optional<String> sender, Set<Integer> partitions) {
        List<JsonNode> found = new ArrayList<>();
        for (int partition : partitions) {
            found.addAll(find(stores.standings(partition), sender));
        }
        return BlocklistPart.of(found, partitions);
    }

    /** One more than fit on a page. */
    private List<JsonNode> find(ReadOnlyKeyValueStore<String, Standing> standings, Optional<String> after) {
        List<JsonNode> found = new ArrayList<>();
        try (KeyValueIterator<String, Standing> entries =
                after.isEmpty() ? standings.all() : from(standings, after.get())) {
            while (entries.hasNext() && found.size() <= BlocklistPart.PAGE) {
                KeyValue<String, Standing> entry = entries.next();
                if (!after.equals(Optional.of(entry.key))) {
                    BlockedJson.of(entry.key, entry.value.at(now)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    @SuppressWarnings("NullAway") // Kafka Streams takes null for an open end
    private static KeyValueIterator<String, Standing> from(
            ReadOnlyKeyValueStore<String, Standing> standings, String key) {
        return standings.range(key, null);
    }
}
