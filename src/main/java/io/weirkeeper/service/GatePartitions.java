package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.TopicCheck;
import io.weirkeeper.topics.TopicFacts;
import io.weirkeeper.topics.TopicLayout;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Into how many tasks the work falls, by topics that have been found as they should be.
 *
 * @param inbound partitions of the inbound topic, and so tasks of the sender gate
 * @param transfers partitions of the topic between the gates, and so tasks of the wider gates
 */
record GatePartitions(int inbound, int transfers) {

    /**
     * Looks at the topics.
     *
     * @throws TopicLayoutException if some are missing or do not fit together
     */
    static GatePartitions check(Settings settings, Duration patience) throws BrokerException, TopicLayoutException {
        TopicLayout layout = new TopicLayout(settings.topics());
        try (BrokerTopics broker = new BrokerTopics(KafkaClients.admin(settings), patience)) {
            Map<String, TopicFacts> facts = broker.facts(layout.names());
            List<String> problems = new TopicCheck(layout, KafkaClients.options(settings)).problems(facts);
            if (!problems.isEmpty()) {
                throw new TopicLayoutException(problems);
            }
            return new GatePartitions(
                    of(facts, settings.topics().inboundMessages()),
                    of(facts, settings.topics().gateTransfers()));
        }
    }

    private static int of(Map<String, TopicFacts> facts, String topic) {
        return facts.getOrDefault(topic, TopicFacts.NONE).partitions();
    }
}
