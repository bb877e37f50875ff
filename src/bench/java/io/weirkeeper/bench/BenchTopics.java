package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.TopicSpec;
import io.weirkeeper.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the gate; verdicts are stamped by the broker when it appends them, which is how rates and waits are told. */
final class BenchTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private BenchTopics() {}

    static void create(Settings settings, int partitions, InboundTime time) throws BrokerException {
        try (BrokerTopics broker = new BrokerTopics(KafkaClients.admin(settings), PATIENCE)) {
            broker.createMissing(
                    new TopicLayout(settings.topics())
                            .specs(partitions, time).stream()
                                    .map(spec -> stampedByBroker(spec, settings.topics()))
                                    .toList(),
                    Optional.empty());
        }
    }

    private static TopicSpec stampedByBroker(TopicSpec spec, Topics topics) {
        if (!List.of(
                        topics.allowedMessages(),
                        topics.blockedMessages(),
                        topics.debouncedMessages(),
                        topics.deadLetterMessages())
                .contains(spec.name())) {
            return spec;
        }
        Map<String, String> configs = new HashMap<>(spec.configs());
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return new TopicSpec(spec.name(), spec.partitions(), configs);
    }
}
