package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The consumer group of the gates: how far it is behind on the inbound topic, and how its partitions are spread. */
final class Group implements AutoCloseable {
    private static final long POLL_MILLIS = 100;

    private final Admin admin;
    private final String id;
    private final String inbound;

    Group(Settings settings) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()));
        this.id = settings.applicationId();
        this.inbound = settings.topics().inboundMessages();
    }

    /** Waits until all that is on the inbound topic has been judged. */
    void awaitAllJudged(long seconds) throws ExecutionException, InterruptedException, TimeoutException {
        await(seconds, () -> lag() == 0);
    }

    /** Waits until so many gates have inbound partitions, each at most one more than another; answers how long, in milliseconds. */
    long awaitSpread(int gates, long seconds) throws ExecutionException, InterruptedException, TimeoutException {
        return await(seconds, () -> isSpread(gates));
    }

    private interface Question {
        boolean ask() throws ExecutionException, InterruptedException;
    }

    private static long await(long seconds, Question question)
            throws ExecutionException, InterruptedException, TimeoutException {
        long start = System.nanoTime();
        while (!question.ask()) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(seconds)) {
                throw new TimeoutException("not within " + seconds + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private long lag() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(id)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> asked = partitions().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .mapToLong(end -> end.getValue().offset()
                        - (done.containsKey(end.getKey())
                                ? done.get(end.getKey()).offset()
                                : 0))
                .sum();
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(inbound)).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(inbound, partition.partition())))
                .toList();
    }

    private boolean isSpread(int gates) throws ExecutionException, InterruptedException {
        Map<String, Long> spread = spread();
        Predicate<Long> even = count -> count >= partitions(spread) / gates;
        return spread.size() == gates && spread.values().stream().allMatch(even);
    }

    private static long partitions(Map<String, Long> spread) {
        return spread.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many inbound partitions each member has that has any. */
    Map<String, Long> spread() throws ExecutionException, InterruptedException {
        Map<String, Long> spread = new TreeMap<>();
        admin.describeConsumerGroups(List.of(id)).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .forEach(member -> {
                    long count = member.assignment().topicPartitions().stream()
                            .filter(partition -> partition.topic().equals(inbound))
                            .count();
                    if (count > 0) {
                        spread.put(member.consumerId(), count);
                    }
                });
        return spread;
    }

    @Override
    public void close() {
        admin.close();
    }
}
