package io.weirkeeper.bench;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.events.wire.JsonFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends numbered messages at a steady rate until it is stopped. The number stands in a header, which verdicts take along. */
final class SteadyLoad implements AutoCloseable {
    static final String NUMBER = "number";

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final int rate;
    private final int senders;
    private final JsonFormat format = new JsonFormat();
    private final Thread thread = new Thread(this::run, "load");
    private volatile boolean stopped;
    private int sent;
    private int introduced;

    SteadyLoad(String bootstrapServers, String topic, int rate, int senders) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.topic = topic;
        this.rate = rate;
        this.senders = senders;
    }

    /** One message of each sender, as fast as it goes; these have no number. */
    void introduceAll() {
        for (int i = 0; i < senders; i++) {
            producer.send(record("early-" + introduced++, i));
        }
        producer.flush();
    }

    void start() {
        thread.start();
    }

    private void run() {
        long start = System.nanoTime();
        while (!stopped) {
            for (; System.nanoTime() - start >= sent * 1_000_000_000L / rate; sent++) {
                ProducerRecord<byte[], byte[]> record = record("m-" + sent, (int) (sent * 7_919L % senders));
                record.headers().add(NUMBER, ByteBuffer.allocate(4).putInt(sent).array());
                producer.send(record);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private ProducerRecord<byte[], byte[]> record(String id, int number) {
        String sender = "+1555" + (1_000_000 + number);
        Message message = Message.of(id, "sms", sender, "message " + id, System.currentTimeMillis());
        return new ProducerRecord<>(topic, sender.getBytes(StandardCharsets.UTF_8), format.message(message));
    }

    /** Ends it; answers how many were sent. */
    int stop() throws InterruptedException {
        stopped = true;
        thread.join();
        producer.flush();
        return sent;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        producer.close();
    }
}
