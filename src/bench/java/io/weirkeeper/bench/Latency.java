package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long messages take through the gates at a steady rate, for policies that lead them through one gate, two, three. */
@Command(name = "bench/latency", mixinStandardHelpOptions = true, sortOptions = false)
final class Latency implements Callable<Integer> {
    private static final String SENT = "sent-nanos";

    /** Limits that nobody reaches: what is measured is the way. */
    private static final Map<Integer, String> POLICIES = Map.of(
            1, "limits: [{id: sender, per: [sender], allow: 200 per 1s}]",
            2,
                    "limits: [{id: sender, per: [sender], allow: 200 per 1s}, {id: chat, per: [conversation], allow: 200 per 1s}]",
            3,
                    "limits: [{id: sender, per: [sender], allow: 200 per 1s}, {id: chat, per: [conversation], allow: 200 per 1s},"
                            + " {id: all, per: [], allow: 100000 per 1s}]");

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--rate", defaultValue = "1000", description = "Messages a second (${DEFAULT-VALUE}).")
    int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "For so long; the first half warms up.")
    int seconds;

    private final Topics topics = BenchOptions.Values.JSON.topics();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Latency()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        System.out.printf("%-14s %5s %8s %8s %8s%n", "guarantee", "gates", "p50 ms", "p99 ms", "max ms");
        for (Guarantee guarantee : options.guarantees) {
            for (int gates = 1; gates <= POLICIES.size(); gates++) {
                String name = "latency-" + guarantee + "-" + gates;
                try (Child broker = BrokerProcess.start(options.directory.resolve(name))) {
                    BenchTopics.create(
                            options.settings(BenchOptions.Values.JSON, name, broker.answer(), guarantee),
                            options.partitions,
                            InboundTime.CREATION);
                    measure(guarantee, gates, name, broker.answer());
                }
            }
        }
        return 0;
    }

    private void measure(Guarantee guarantee, int gates, String name, String bootstrapServers) throws Exception {
        Path policy = options.directory.resolve("policy-" + gates + ".yaml");
        Files.writeString(policy, POLICIES.getOrDefault(gates, ""));
        options.policy = policy;
        Settings settings = options.settings(BenchOptions.Values.JSON, name, bootstrapServers, guarantee);
        try (Child gate = StageProcess.start(
                        StageProcess.Stage.GATE, guarantee, BenchOptions.Values.JSON, options, settings);
                KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers);
                KafkaProducer<byte[], byte[]> producer = producer(bootstrapServers)) {
            long[] micros = run(consumer, producer);
            if (!gate.isAlive()) {
                throw new IllegalStateException("the gate has ended");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %5d %8.1f %8.1f %8.1f%n",
                    guarantee,
                    gates,
                    micros[micros.length / 2] / 1e3,
                    micros[micros.length * 99 / 100] / 1e3,
                    micros[micros.length - 1] / 1e3);
        }
    }

    /** Sends and reads in turn, in one thread: the times are of one clock. */
    private long[] run(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        int total = rate * seconds;
        long[] micros = new long[total];
        int sent = 0;
        int seen = 0;
        long start = System.nanoTime();
        long patience = start + Duration.ofSeconds(seconds + 60L).toNanos();
        while (seen < total && System.nanoTime() < patience) {
            for (; sent < total && System.nanoTime() - start >= sent * 1_000_000_000L / rate; sent++) {
                producer.send(record(sent));
            }
            for (ConsumerRecord<byte[], byte[]> verdict : consumer.poll(Duration.ofMillis(1))) {
                long at = ByteBuffer.wrap(verdict.headers().lastHeader(SENT).value())
                        .getLong();
                micros[seen++] = (System.nanoTime() - at) / 1_000;
            }
            LockSupport.parkNanos(100_000);
        }
        if (seen < total) {
            throw new IllegalStateException("only " + seen + " of " + total + " verdicts");
        }
        long[] settled = Arrays.copyOfRange(micros, total / 2, total);
        Arrays.sort(settled);
        return settled;
    }

    private ProducerRecord<byte[], byte[]> record(int number) {
        String sender = "+1555" + number % 1_000;
        Message message = new Message(
                "m-" + number,
                "sms",
                sender,
                Optional.empty(),
                Optional.empty(),
                Optional.of("chat-" + number % 100),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                "message " + number,
                System.currentTimeMillis(),
                Map.of());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.inboundMessages(), sender.getBytes(StandardCharsets.UTF_8), new JsonFormat().message(message));
        record.headers()
                .add(
                        SENT,
                        ByteBuffer.allocate(Long.BYTES)
                                .putLong(System.nanoTime())
                                .array());
        return record;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        5),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topics.allowedMessages()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        consumer.seekToEnd(List.of());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
