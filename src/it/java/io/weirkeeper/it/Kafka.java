package io.weirkeeper.it;

import static org.awaitility.Awaitility.await;

import io.weirkeeper.MemoryDirectories;
import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.dev.BrokerStartException;
import io.weirkeeper.dev.EmbeddedBroker;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** One broker for all tests of a run; each test has topics, an application id and a state directory of its own. */
final class Kafka {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final EmbeddedBroker BROKER = start();

    private Kafka() {}

    private static EmbeddedBroker start() {
        try {
            Path directory = MemoryDirectories.create();
            EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                broker.close();
                Directories.delete(directory);
            }));
            return broker;
        } catch (BrokerStartException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String bootstrapServers() {
        return BROKER.bootstrapServers();
    }

    /** Settings for one test; nothing exists under them yet. */
    static Settings settings(Path stateDirectory) {
        String name = "it" + TESTS.incrementAndGet();
        return new Settings(
                name,
                new Topics(name + "-"),
                Optional.of(new ValueFormat.Json()),
                Optional.empty(),
                stateDirectory,
                Duration.ofDays(1),
                TimeBounds.DEFAULT,
                Map.of(
                        Settings.BOOTSTRAP_SERVERS,
                        bootstrapServers(),
                        "session.timeout.ms",
                        "6000",
                        "heartbeat.interval.ms",
                        "300"));
    }

    /** The same for another instance, which keeps its state elsewhere. */
    static Settings withState(Settings settings, Path stateDirectory) {
        return new Settings(
                settings.applicationId(),
                settings.topics(),
                settings.format(),
                settings.policy(),
                stateDirectory,
                settings.longestWindow(),
                settings.timeBounds(),
                settings.kafka());
    }

    /** The same with values in this format, and with more settings for Kafka's clients and the registry's. */
    static Settings with(Settings settings, ValueFormat format, Map<String, String> more) {
        Map<String, String> kafka = new HashMap<>(settings.kafka());
        kafka.putAll(more);
        return new Settings(
                settings.applicationId(),
                settings.topics(),
                Optional.of(format),
                settings.policy(),
                settings.stateDirectory(),
                settings.longestWindow(),
                settings.timeBounds(),
                kafka);
    }

    static void createTopics(Settings settings, int partitions, InboundTime time) throws BrokerException {
        TopicLayout layout = new TopicLayout(settings.topics());
        try (BrokerTopics topics = new BrokerTopics(new HashMap<>(KafkaClients.admin(settings)), PATIENCE)) {
            topics.createMissing(layout.specs(partitions, time), Optional.empty());
        }
    }

    /** As an operator might who forgets the control topic. */
    static void growInbound(Settings settings, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(KafkaClients.admin(settings))) {
            admin.createPartitions(Map.of(settings.topics().inboundMessages(), NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
            String topic = settings.topics().inboundMessages();
            await().atMost(PATIENCE).until(() -> partitions(admin, topic) == partitions);
        }
    }

    private static int partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    /** How many records a topic of one partition has. */
    static long recordsOf(String topic, Settings settings) throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Admin admin = Admin.create(KafkaClients.admin(settings))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    /** Waits until the gate has taken in so many control events: what they change shows in later verdicts only. */
    static void awaitObeyed(Settings settings, long events) {
        try (Admin admin = Admin.create(KafkaClients.admin(settings))) {
            String topic = settings.topics().gateControl();
            await().atMost(PATIENCE).until(() -> committed(admin, settings, topic) >= events);
        }
    }

    /** Waits until the gate has taken in so many messages, whether they wait or have ended. */
    static void awaitTaken(Settings settings, long messages) {
        try (Admin admin = Admin.create(KafkaClients.admin(settings))) {
            String topic = settings.topics().inboundMessages();
            await().atMost(PATIENCE).until(() -> committed(admin, settings, topic) >= messages);
        }
    }

    /** Waits until so many instances share the inbound partitions. */
    static void awaitInstances(Settings settings, int instances) {
        try (Admin admin = Admin.create(KafkaClients.admin(settings))) {
            await().atMost(PATIENCE).until(() -> judging(admin, settings) == instances);
        }
    }

    private static long judging(Admin admin, Settings settings) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(settings.applicationId())).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.assignment().topicPartitions().stream()
                        .anyMatch(partition ->
                                partition.topic().equals(settings.topics().inboundMessages())))
                .count();
    }

    private static long committed(Admin admin, Settings settings, String topic)
            throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(settings.applicationId())
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }
}
