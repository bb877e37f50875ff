package io.weirkeeper.service;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.Settings;
import io.weirkeeper.policies.PolicyCheck;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.policies.PolicyTopic;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.TopicLayout;
import java.time.Clock;
import java.time.Duration;

/** The published policies of a broker, as the settings say where and which are valid. */
public final class PolicyAccess {
    private PolicyAccess() {}

    /**
     * Opens them; to be closed soon.
     *
     * @throws BrokerException if no broker answers, or it has no topic for policies
     */
    public static PolicyPublisher open(Settings settings, Duration patience) throws BrokerException {
        PolicyTopic topic = new PolicyTopic(
                settings.topics().gatePolicies(),
                KafkaClients.consumer(settings),
                KafkaClients.producer(settings),
                TopicLayout.POLICY_BYTES,
                patience);
        return new PolicyPublisher(topic, check(settings), Clock.systemUTC());
    }

    /** What a policy has to be by these settings. */
    public static PolicyCheck check(Settings settings) {
        return new PolicyCheck(new PolicyReader(settings.longestWindow()));
    }
}
