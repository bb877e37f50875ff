package io.weirkeeper.service;

import io.weirkeeper.topics.BrokerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends single records and waits until the broker has each; one that fails does not hinder the next. Thread-safe. */
final class AckedSender implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final String bootstrapServers;
    private final Duration patience;

    /**
     * @param patience how long the broker may take
     */
    AckedSender(Map<String, Object> clientSettings, Duration patience) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        int millis = Math.toIntExact(patience.toMillis());
        // What has not been taken by then is given up and not sent later, when nobody expects it any more.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        this.patience = patience;
        this.bootstrapServers = String.valueOf(settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Sends a record; without a value it takes back what was said under the key.
     *
     * @throws BrokerException if the broker has not taken it in time
     */
    @SuppressWarnings("NullAway") // a record without a value has null there
    void send(String topic, String key, Optional<byte[]> value) throws BrokerException {
        try {
            producer.send(new ProducerRecord<>(topic, key, value.orElse(null)))
                    .get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BrokerException(untaken(String.valueOf(e.getCause())), e);
        } catch (TimeoutException | KafkaException e) {
            throw new BrokerException(untaken(String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(untaken("interrupted"), e);
        }
    }

    private String untaken(String why) {
        return "the broker at " + bootstrapServers + " did not take it: " + why;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
