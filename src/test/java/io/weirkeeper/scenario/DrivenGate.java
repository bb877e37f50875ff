package io.weirkeeper.scenario;

import io.weirkeeper.MemoryDirectories;
import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.policies.PolicyCheck;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.streams.GateMeter;
import io.weirkeeper.streams.GateTopology;
import io.weirkeeper.streams.Nodes;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The production topology with JSON records, driven record by record. Its wall clock shows the latest time of a record. */
public final class DrivenGate implements AutoCloseable {
    public static final Topics TOPICS = new Topics("");

    private final Path directory;
    private final HandClock clock;
    private final LivePolicy live;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();

    /** A gate on one partition with the default settings, at that time (epoch milliseconds). */
    public DrivenGate(Policy policy, long now) {
        this(policy, now, 1, StoreLayout.DEFAULT_LONGEST_WINDOW);
    }

    /** The same, with somebody who watches. */
    public DrivenGate(Policy policy, long now, GateMeter meter) {
        this(policy, now, 1, StoreLayout.DEFAULT_LONGEST_WINDOW, meter);
    }

    public DrivenGate(Policy policy, long now, int partitions, Duration longestWindow) {
        this(policy, now, partitions, longestWindow, GateMeter.NONE);
    }

    private DrivenGate(Policy policy, long now, int partitions, Duration longestWindow, GateMeter meter) {
        clock = new HandClock(now);
        live = live(policy);
        live.tell(meter::policy);
        directory = temporaryDirectory();
        driver = new TopologyTestDriver(
                topology(live, partitions, longestWindow, clock, meter).get(),
                properties(directory),
                Instant.ofEpochMilli(now));
        for (String topic : List.of(
                TOPICS.inboundMessages(),
                TOPICS.gateControl(),
                TOPICS.deliveryReports(),
                TOPICS.gateLists(),
                TOPICS.gatePolicies())) {
            inputs.put(topic, driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer()));
        }
        Stream.concat(TOPICS.verdicts().stream(), Stream.of(TOPICS.senderPenalties(), TOPICS.deadLetterMessages()))
                .forEach(topic -> outputs.put(
                        topic,
                        driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())));
    }

    public static GateTopology topology(LivePolicy policy, int partitions, Duration longestWindow, HandClock clock) {
        return topology(policy, partitions, longestWindow, clock, GateMeter.NONE);
    }

    private static GateTopology topology(
            LivePolicy policy, int partitions, Duration longestWindow, HandClock clock, GateMeter meter) {
        return new GateTopology(
                TOPICS,
                new JsonFormat(),
                policy,
                new StoreLayout(longestWindow, TimeBounds.DEFAULT),
                partitions,
                clock,
                meter);
    }

    /** A policy from a file, in force until one comes on the topic. */
    public static LivePolicy live(Policy policy) {
        return new LivePolicy(PolicyInForce.ofFile(policy), new PolicyCheck(new PolicyReader()));
    }

    /** The policy in force. */
    public LivePolicy policy() {
        return live;
    }

    /** Sends a message as JSON under its subject when the wall clock shows that time (epoch milliseconds), or later. */
    public void message(String subject, String json, long time) {
        advanceTo(time);
        send(TOPICS.inboundMessages(), subject, json, time);
    }

    /** Sends a control event as JSON under its subject when the wall clock shows that time, or later. */
    public void control(String subject, String json, long time) {
        advanceTo(time);
        send(TOPICS.gateControl(), subject, json, time);
    }

    /** Sends a record with any stamp; the wall clock stands still. */
    public void send(String topic, String key, String value, long stamp) {
        send(topic, utf8(key), utf8(value), new RecordHeaders(), stamp);
    }

    /** Sends any bytes with any stamp; the wall clock stands still. */
    @SuppressWarnings("NullAway") // records may lack a key and a value
    public void send(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers, long stamp) {
        inputs.get(topic).pipeInput(new TestRecord<>(key, value, headers, stamp));
    }

    /** Lets the wall clock run to that time; what is due by it happens. */
    public void advanceTo(long time) {
        long step = time - clock.milliseconds();
        if (step > 0) {
            clock.sleep(step);
            driver.advanceWallClockTime(Duration.ofMillis(step));
        }
    }

    /** Whether any message waits at any gate. */
    public boolean holdsMessages() {
        return holds(Nodes.HELD) || holds(Nodes.WIDER_HELD);
    }

    private boolean holds(String store) {
        try (KeyValueIterator<Object, Object> entries =
                driver.getKeyValueStore(store).all()) {
            return entries.hasNext();
        }
    }

    /** What was written to the topic since the last time; also to one that the gates read themselves. */
    public List<TestRecord<byte[], byte[]>> read(String topic) {
        TestOutputTopic<byte[], byte[]> output = outputs.containsKey(topic)
                ? outputs.get(topic)
                : driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readRecordsToList();
    }

    /** The keys of what was written to the topic since the last time. */
    public List<String> keys(String topic) {
        return read(topic).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The values among these, as text. */
    public List<String> values(String topic) {
        return read(topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The topics on which something is left to read. */
    public List<String> unread() {
        return outputs.entrySet().stream()
                .filter(output -> !output.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public TopologyTestDriver driver() {
        return driver;
    }

    private static Properties properties(Path directory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "driven-gate");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        return properties;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Path temporaryDirectory() {
        try {
            return MemoryDirectories.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
