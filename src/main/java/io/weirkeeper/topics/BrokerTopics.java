package io.weirkeeper.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of a broker: looks at them and makes them. Every call waits for the broker at most for the given time. */
public final class BrokerTopics implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final Admin admin;
    private final String bootstrapServers;
    private final Duration patience;

    public BrokerTopics(Map<String, Object> clientSettings, Duration patience) {
        this.admin = Admin.create(clientSettings);
        this.bootstrapServers = String.valueOf(clientSettings.get("bootstrap.servers"));
        this.patience = patience;
    }

    /** What the broker says of those of the topics that it has. */
    public Map<String, TopicFacts> facts(Collection<String> names) throws BrokerException {
        Set<String> there = new HashSet<>(await(admin.listTopics().names()));
        there.retainAll(names);
        Map<String, TopicDescription> descriptions =
                await(admin.describeTopics(there).allTopicNames());
        List<ConfigResource> resources = there.stream().map(BrokerTopics::topic).toList();
        Map<ConfigResource, Config> configs =
                await(admin.describeConfigs(resources).all());
        Map<String, TopicFacts> facts = new HashMap<>();
        descriptions.forEach((name, description) -> {
            Config config = configs.getOrDefault(topic(name), new Config(List.of()));
            facts.put(name, new TopicFacts(description.partitions().size(), maxBytes(config)));
        });
        return facts;
    }

    private static int maxBytes(Config config) {
        ConfigEntry entry = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return entry == null ? Integer.MAX_VALUE : Integer.parseInt(entry.value());
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    /** Creates the topics that are missing, and answers their names. Without a replication factor the broker's own applies. */
    public List<String> createMissing(List<TopicSpec> specs, Optional<Short> replicationFactor) throws BrokerException {
        Set<String> there = await(admin.listTopics().names());
        List<NewTopic> missing = specs.stream()
                .filter(spec -> !there.contains(spec.name()))
                .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), replicationFactor)
                        .configs(spec.configs()))
                .toList();
        await(admin.createTopics(missing).all());
        List<String> created = missing.stream().map(NewTopic::name).toList();
        awaitVisible(created, facts -> facts.size() == created.size());
        return created;
    }

    /** Gives topics that must have equally many partitions the most that one of them has; answers what was done. */
    public List<String> grow(TopicLayout layout) throws BrokerException {
        Map<String, TopicFacts> facts = facts(layout.names());
        List<String> done = new ArrayList<>();
        growPartitions(layout, facts, done);
        int inbound = facts.getOrDefault(layout.topics().inboundMessages(), TopicFacts.NONE)
                .maxBytes();
        growRecords(
                layout.topics().deadLetterMessages(),
                Math.max(TopicLayout.DEAD_LETTER_BYTES, 2 * inbound),
                facts,
                done);
        growRecords(layout.topics().gatePolicies(), TopicLayout.POLICY_BYTES, facts, done);
        return done;
    }

    private void growPartitions(TopicLayout layout, Map<String, TopicFacts> facts, List<String> done)
            throws BrokerException {
        int most = TopicCheck.alike(layout).stream()
                .mapToInt(name -> facts.getOrDefault(name, TopicFacts.NONE).partitions())
                .max()
                .orElse(0);
        for (String name : TopicCheck.alike(layout)) {
            int partitions = facts.getOrDefault(name, TopicFacts.NONE).partitions();
            if (partitions > 0 && partitions < most) {
                await(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(most)))
                        .all());
                int wanted = most;
                awaitVisible(
                        List.of(name),
                        now -> now.getOrDefault(name, TopicFacts.NONE).partitions() == wanted);
                done.add(name + " has " + most + " partitions now");
            }
        }
    }

    private void growRecords(String name, int wanted, Map<String, TopicFacts> facts, List<String> done)
            throws BrokerException {
        if (facts.containsKey(name) && facts.getOrDefault(name, TopicFacts.NONE).maxBytes() < wanted) {
            AlterConfigOp op = new AlterConfigOp(
                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(wanted)),
                    AlterConfigOp.OpType.SET);
            await(admin.incrementalAlterConfigs(Map.of(topic(name), List.of(op)))
                    .all());
            done.add(name + " takes records of " + wanted + " bytes now");
        }
    }

    /** What the controller has done reaches the brokers a moment later; who asks them next should find it. */
    private void awaitVisible(List<String> names, Predicate<Map<String, TopicFacts>> done) throws BrokerException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isSeen(names, done)) {
            if (System.nanoTime() > deadline) {
                throw BrokerException.unreachable(bootstrapServers, new TimeoutException());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private boolean isSeen(List<String> names, Predicate<Map<String, TopicFacts>> done) throws BrokerException {
        try {
            return done.test(facts(names));
        } catch (BrokerException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private <T> T await(KafkaFuture<T> future) throws BrokerException {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw BrokerException.unreachable(bootstrapServers, e);
        } catch (ExecutionException e) {
            throw BrokerException.of(bootstrapServers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
