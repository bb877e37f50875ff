package io.weirkeeper.topics;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Which topics there have to be, and how they are made. */
public final class TopicLayout {
    /**
     * How large a record of the inbound topic may be, in bytes: twice what brokers take by default, so that a body of a
     * megabyte ends among the dead letters and not in an error of the producer.
     */
    public static final int INBOUND_BYTES = 2 * 1024 * 1024;

    /** How large a dead letter may be, in bytes: an inbound record with headers that say what is wrong with it. */
    public static final int DEAD_LETTER_BYTES = 2 * INBOUND_BYTES;

    private static final String FOR_EVER = "-1";

    private final Topics topics;

    public TopicLayout(Topics topics) {
        this.topics = topics;
    }

    public Topics topics() {
        return topics;
    }

    /**
     * All topics.
     *
     * @param partitions of each of them; messages and control events of one subject must meet
     */
    public List<TopicSpec> specs(int partitions, InboundTime inboundTime) {
        return List.of(
                spec(
                        topics.inboundMessages(),
                        partitions,
                        Map.of(
                                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                inboundTime.timestampType(),
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(INBOUND_BYTES))),
                spec(topics.allowedMessages(), partitions, Map.of()),
                spec(topics.debouncedMessages(), partitions, Map.of()),
                spec(topics.blockedMessages(), partitions, Map.of()),
                spec(topics.senderPenalties(), partitions, Map.of()),
                spec(topics.gateControl(), partitions, Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER)),
                spec(
                        topics.deadLetterMessages(),
                        partitions,
                        Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DEAD_LETTER_BYTES))));
    }

    /** The names of all topics. */
    public List<String> names() {
        return specs(1, InboundTime.ARRIVAL).stream().map(TopicSpec::name).toList();
    }

    private static TopicSpec spec(String name, int partitions, Map<String, String> configs) {
        return new TopicSpec(name, partitions, configs);
    }
}
