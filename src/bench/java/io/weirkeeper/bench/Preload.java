package io.weirkeeper.bench;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.events.wire.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Puts messages on the inbound topic before anything is measured: the same ones in every run. Their times are those of yesterday's
 * noon, so that all of them fall into one slot of the state.
 */
final class Preload {
    private static final int SEED = 42;

    private final BenchOptions options;
    private final String topic;
    private final WireFormat format;

    Preload(BenchOptions options, String topic, WireFormat format) {
        this.options = options;
        this.topic = topic;
        this.format = format;
    }

    void fill(String bootstrapServers) throws IOException {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            sendAll(producer, failure);
        }
        if (failure.get() != null) {
            throw new IOException("the messages could not be preloaded", failure.get());
        }
    }

    private void sendAll(Producer<byte[], byte[]> producer, AtomicReference<Exception> failure) throws IOException {
        List<String> texts = RealTexts.read();
        SplittableRandom random = new SplittableRandom(SEED);
        Skew skew = new Skew(options.senders, options.skew);
        long start = Instant.now().truncatedTo(ChronoUnit.DAYS).toEpochMilli() - 12 * 60 * 60_000L;
        for (int i = 0; i < options.total(); i++) {
            String sender = "+628" + (100_000_000L + skew.draw(random) * 3_571L);
            long time = start + options.minutes * 60_000L * i / options.total();
            Message message = Message.of("msg-" + i, "sms", sender, texts.get(random.nextInt(texts.size())), time);
            producer.send(record(sender, time, format.message(message)), (metadata, problem) -> {
                if (problem != null) {
                    failure.set(problem);
                }
            });
        }
    }

    private ProducerRecord<byte[], byte[]> record(String sender, long time, byte[] value) {
        byte[] key = sender.getBytes(StandardCharsets.UTF_8);
        int own = Utils.toPositive(Utils.murmur2(key)) % options.partitions;
        return switch (options.keys) {
            case SENDER -> new ProducerRecord<>(topic, own, time, key, value);
            case NONE -> new ProducerRecord<>(topic, null, time, null, value);
            case FOREIGN -> new ProducerRecord<>(topic, (own + 1) % options.partitions, time, key, value);
        };
    }
}
