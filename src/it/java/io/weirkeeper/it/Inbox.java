package io.weirkeeper.it;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the inbound topic as producers of any kind would. */
final class Inbox implements AutoCloseable {
    private static final int LARGEST_REQUEST = 3 * 1024 * 1024;

    private final KafkaProducer<byte @Nullable [], byte @Nullable []> producer;
    private final String topic;

    Inbox(Settings settings) {
        Map<String, Object> properties = new HashMap<>(KafkaClients.producer(settings));
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        topic = settings.topics().inboundMessages();
    }

    static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Under a key, where Kafka's own clients put it. */
    void send(@Nullable String key, @Nullable String value) {
        producer.send(new ProducerRecord<>(topic, utf8(key), utf8(value)));
    }

    /** To another topic; without a value what was said under the key is taken back. */
    void sendTo(String other, String key, @Nullable String value) {
        producer.send(new ProducerRecord<>(other, utf8(key), utf8(value)));
        flush();
    }

    /** On this partition with this stamp, whatever the key. */
    void send(int partition, long stamp, byte @Nullable [] key, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, partition, stamp, key, value)).get();
    }

    /** On this partition or, without one, on that of the key; not waiting for the broker. */
    void sendLater(@Nullable Integer partition, long stamp, @Nullable String key, String value) {
        producer.send(new ProducerRecord<>(topic, partition, stamp, utf8(key), utf8(value)));
    }

    /** On this partition; not waiting for the broker. */
    void sendLater(int partition, long stamp, byte[] key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, partition, stamp, key, value));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
