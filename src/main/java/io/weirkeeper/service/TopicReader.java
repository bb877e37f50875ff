package io.weirkeeper.service;

import io.weirkeeper.topics.BrokerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all partitions of some topics, committed records only, without a consumer group. */
public final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final String bootstrapServers;

    /** Where to start. */
    public enum From {
        BEGINNING,
        NOW
    }

    public TopicReader(Map<String, Object> clientSettings, List<String> topics, From from, Duration patience)
            throws BrokerException {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.bootstrapServers = String.valueOf(settings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            assign(topics, from);
        } catch (BrokerException | RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private void assign(List<String> topics, From from) throws BrokerException {
        List<TopicPartition> partitions = new ArrayList<>();
        try {
            for (String topic : topics) {
                List<PartitionInfo> found = consumer.partitionsFor(topic);
                if (found == null || found.isEmpty()) {
                    throw new BrokerException(
                            "there is no topic " + topic + " at " + bootstrapServers, new KafkaException());
                }
                found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            }
            consumer.assign(partitions);
            if (from == From.BEGINNING) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            partitions.forEach(consumer::position);
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            throw new BrokerException("no broker answers at " + bootstrapServers, e);
        }
    }

    /** What has come, by time; empty if nothing has within the wait, or after {@link #wakeUp}. */
    public List<ConsumerRecord<String, byte[]>> poll(Duration wait) {
        try {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            consumer.poll(wait).forEach(records::add);
            records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
            return records;
        } catch (WakeupException e) {
            return List.of();
        }
    }

    /**
     * Takes all that has been written by now, each partition in its own order.
     *
     * @param patience how long nothing may come
     * @throws BrokerException if the end is not reached
     */
    public void readAll(Duration patience, Consumer<ConsumerRecord<String, byte[]>> taker) throws BrokerException {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                long before = sumOfPositions(ends);
                // By partition: in the order of their times records that were stamped by several clocks would change
                // places.
                ConsumerRecords<String, byte[]> records = consumer.poll(patience);
                records.partitions()
                        .forEach(partition -> records.records(partition).forEach(taker));
                if (sumOfPositions(ends) == before) {
                    throw new BrokerException("no more records come from " + bootstrapServers, new KafkaException());
                }
            }
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            throw new BrokerException("no broker answers at " + bootstrapServers, e);
        }
    }

    private long sumOfPositions(Map<TopicPartition, Long> partitions) {
        return partitions.keySet().stream().mapToLong(consumer::position).sum();
    }

    /** Ends a wait, from another thread. */
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
