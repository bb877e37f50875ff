package io.weirkeeper.bench;

import io.weirkeeper.streams.Nodes;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How large a subject's record in the activity store is: the last value of each key on the changelog, which is what the store
 * holds. Read there and not by interactive queries, so that the service runs as it does in production.
 */
record StateSize(int subjects, double mean, int median, int max, double meanKey) {

    static Optional<StateSize> of(String bootstrapServers, String applicationId) {
        Map<ByteBuffer, Integer> sizes = new HashMap<>();
        try (TopicScan scan =
                new TopicScan(bootstrapServers, List.of(applicationId + "-" + Nodes.ACTIVITY + "-changelog"))) {
            scan.read(Map.of(), record -> put(record, sizes));
        }
        if (sizes.isEmpty()) {
            return Optional.empty();
        }
        int[] sorted =
                sizes.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        double keys = sizes.keySet().stream()
                .mapToInt(ByteBuffer::remaining)
                .average()
                .orElse(0);
        double mean =
                sizes.values().stream().mapToInt(Integer::intValue).average().orElse(0);
        return Optional.of(
                new StateSize(sorted.length, mean, sorted[sorted.length / 2], sorted[sorted.length - 1], keys));
    }

    private static void put(ConsumerRecord<byte[], byte[]> record, Map<ByteBuffer, Integer> sizes) {
        ByteBuffer key = ByteBuffer.wrap(record.key());
        if (record.value() == null) {
            sizes.remove(key);
        } else {
            sizes.put(key, record.value().length);
        }
    }
}
