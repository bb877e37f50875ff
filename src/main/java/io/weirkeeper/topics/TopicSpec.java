package io.weirkeeper.topics;

import java.util.Map;

/**
 * A topic as it is to be created.
 *
 * @param configs what differs from the broker's defaults
 */
public record TopicSpec(String name, int partitions, Map<String, String> configs) {
    public TopicSpec {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
        }
        configs = Map.copyOf(configs);
    }
}
