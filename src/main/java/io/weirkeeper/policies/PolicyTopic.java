package io.weirkeeper.policies;

import io.weirkeeper.topics.BrokerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of policies on a broker: one partition, committed records only. */
public final class PolicyTopic implements PolicyLog {
    private static final Duration WAIT = Duration.ofMillis(50);

    private final TopicPartition partition;
    private final String bootstrapServers;
    private final Duration patience;
    private final Map<String, Object> producerSettings;
    private final KafkaConsumer<String, byte[]> consumer;

    /**
     * Opens it, to be read from the beginning.
     *
     * @param largest the largest record that is written, in bytes
     * @param patience how long a broker may take to answer
     * @throws BrokerException if no broker answers, or it has no such topic
     */
    public PolicyTopic(
            String topic,
            Map<String, Object> consumerSettings,
            Map<String, Object> producerSettings,
            int largest,
            Duration patience)
            throws BrokerException {
        this.partition = new TopicPartition(topic, 0);
        this.bootstrapServers = String.valueOf(consumerSettings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
        this.patience = patience;
        this.producerSettings = writing(producerSettings, largest, patience);
        this.consumer = new KafkaConsumer<>(
                reading(consumerSettings, patience), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            if (consumer.partitionsFor(topic).isEmpty()) {
                throw new BrokerException(
                        "there is no topic " + topic + " at " + bootstrapServers, new KafkaException());
            }
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.position(partition);
        } catch (BrokerException | RuntimeException e) {
            consumer.close();
            throw e instanceof RuntimeException failure ? explained(failure) : (BrokerException) e;
        }
    }

    private static Map<String, Object> reading(Map<String, Object> settings, Duration patience) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        own.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return own;
    }

    private static Map<String, Object> writing(Map<String, Object> settings, int largest, Duration patience) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largest);
        own.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * largest);
        own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        own.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) (2 * patience.toMillis()));
        return own;
    }

    @Override
    public void readInto(PolicyHistory history) throws BrokerException {
        try {
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + patience.toNanos();
            while (consumer.position(partition) < end) {
                if (System.nanoTime() > deadline) {
                    throw new BrokerException(
                            "the broker at " + bootstrapServers + " did not hand out all of " + partition.topic()
                                    + " within " + patience.toSeconds() + " s",
                            new KafkaException());
                }
                consumer.poll(WAIT).forEach(record -> history.take(record.key(), record.value()));
            }
        } catch (KafkaException e) {
            throw explained(e);
        }
    }

    @Override
    public void append(String key, byte[] value) throws BrokerException {
        Producer<String, byte[]> producer =
                new KafkaProducer<>(producerSettings, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), key, value))
                    .get();
        } catch (ExecutionException e) {
            throw explained(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw explained(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted", e);
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private BrokerException explained(Throwable problem) {
        if (problem instanceof RecordTooLargeException) {
            return new BrokerException(
                    partition.topic() + " does not take a record of this size; mend it with: weir topics create --grow",
                    problem);
        }
        if (problem instanceof org.apache.kafka.common.errors.TimeoutException) {
            return new BrokerException("no broker answers at " + bootstrapServers, problem);
        }
        if (problem instanceof InterruptException) {
            return new BrokerException("interrupted", problem);
        }
        return new BrokerException("the broker at " + bootstrapServers + " refused: " + problem.getMessage(), problem);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
