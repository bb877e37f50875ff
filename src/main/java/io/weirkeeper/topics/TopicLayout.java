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

    /** How large a published policy may be as a record, in bytes: twice 8 MiB of YAML, if every character had to be escaped. */
    public static final int POLICY_BYTES = 17 * 1024 * 1024;

    private static final Map<String, String> FOR_EVER = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    private static final Map<String, String> POLICIES = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(POLICY_BYTES));

    /** The time of decision is the record's time, whatever the broker's default is. */
    private static final Map<String, String> DECIDED_AT =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, InboundTime.CREATION.timestampType());

    /**
     * How much of what the gates send each other a broker keeps, in bytes of a partition: by size and not by time, because a backlog
     * may be older than any retention.
     */
    private static final String TRANSFER_BYTES = Long.toString(4L * 1024 * 1024 * 1024);

    private static final Map<String, String> TRANSFERS = Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            InboundTime.CREATION.timestampType(),
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            TRANSFER_BYTES);

    private final Topics topics;

    public TopicLayout(Topics topics) {
        this.topics = topics;
    }

    public Topics topics() {
        return topics;
    }

    /**
     * The topics that the service needs.
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
                spec(topics.allowedMessages(), partitions, DECIDED_AT),
                spec(topics.debouncedMessages(), partitions, DECIDED_AT),
                spec(topics.blockedMessages(), partitions, DECIDED_AT),
                spec(topics.senderPenalties(), partitions, DECIDED_AT),
                spec(topics.gateControl(), partitions, FOR_EVER),
                spec(topics.gatePolicies(), 1, POLICIES),
                spec(topics.gateLists(), 1, COMPACTED),
                spec(topics.gateTransfers(), partitions, TRANSFERS),
                spec(topics.deliveryReports(), partitions, Map.of()),
                spec(
                        topics.deadLetterMessages(),
                        partitions,
                        Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(DEAD_LETTER_BYTES))));
    }

    /** The names of the topics that the service needs. */
    public List<String> names() {
        return specs(1, InboundTime.ARRIVAL).stream().map(TopicSpec::name).toList();
    }

    private static TopicSpec spec(String name, int partitions, Map<String, String> configs) {
        return new TopicSpec(name, partitions, configs);
    }
}
