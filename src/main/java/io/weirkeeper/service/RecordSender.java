package io.weirkeeper.service;

import io.weirkeeper.topics.BrokerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records under their subject, and counts those that the broker has taken. */
public final class RecordSender implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final String bootstrapServers;
    private final AtomicLong taken = new AtomicLong();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

    /**
     * @param patience how long one record may take to be taken
     */
    public RecordSender(Map<String, Object> clientSettings, Duration patience) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) (2 * patience.toMillis()));
        this.bootstrapServers = String.valueOf(settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Sends one record; whether the broker takes it is known after {@link #finish}.
     *
     * @throws BrokerException if no broker answers, or one before it was not taken
     */
    public void send(String topic, String subject, byte[] value) throws BrokerException {
        send(topic, subject, Optional.of(value));
    }

    /** The same; without a value it takes back what was said under the key. */
    @SuppressWarnings("NullAway") // a record without a value has null there
    void send(String topic, String key, Optional<byte[]> value) throws BrokerException {
        throwFailure();
        try {
            producer.send(new ProducerRecord<>(topic, key, value.orElse(null)), (metadata, problem) -> {
                if (problem == null) {
                    taken.incrementAndGet();
                } else {
                    failures.add(problem);
                }
            });
        } catch (KafkaException e) {
            throw explained(e);
        }
        throwFailure();
    }

    /**
     * Waits until all records are taken, and answers how many were.
     *
     * @throws BrokerException if one was not
     */
    public long finish() throws BrokerException {
        producer.flush();
        throwFailure();
        return taken.get();
    }

    private void throwFailure() throws BrokerException {
        Exception first = failures.peek();
        if (first != null) {
            throw explained(first);
        }
    }

    private BrokerException explained(Exception problem) {
        return new BrokerException(
                "the broker at " + bootstrapServers + " took " + taken.get() + " records, then: "
                        + problem.getMessage(),
                problem);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
