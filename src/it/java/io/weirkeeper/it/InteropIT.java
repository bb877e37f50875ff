package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.registry.GateSchemas;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.TopicReader;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are not ours, in another language, read what the gate writes and write what it reads; in the profile interop. */
class InteropIT {
    private static final int PARTITIONS = 3;
    private static final int CALM = 110;
    private static final int FROM_ONE = 8;
    private static final int ALLOWED_FROM_ONE = 5;
    private static final int ALLOWED = CALM + ALLOWED_FROM_ONE;
    private static final int BLOCKED = FROM_ONE - ALLOWED_FROM_ONE;
    private static final String POLICY = Gates.FIVE_A_MINUTE + "notices: {language: en, atMostOncePer: 1m}\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"kafkajs", "confluent"})
    void aResponderInNodeSpeaksAvroWithTheGate(String name) throws Exception {
        NodeExample example = NodeExample.install(name, directory);
        Settings settings = settings();
        Map<String, ObjectNode> sent = NodeMessages.of(CALM, FROM_ONE);
        Path file = Files.write(
                directory.resolve("messages.jsonl"),
                sent.values().stream().map(JsonNode::toString).toList());
        RolledBack.onAllPartitions(settings, PARTITIONS);
        try (GateService gate = Gates.start(settings, POLICY);
                Outbox outbox = new Outbox(settings);
                Child responder = example.respond(settings, "--json")) {
            assertThat(gate).isNotNull();
            assertThat(example.produce(settings, file).trim()).isEqualTo("sent " + sent.size());
            outbox.awaitEnded(sent.size());
            await().atMost(Kafka.PATIENCE).until(() -> lines(responder).size() >= sent.size());
            List<JsonNode> read = lines(responder);

            assertThat(read).hasSize(sent.size()).extracting(InteropIT::id).doesNotHaveDuplicates();
            assertThat(of(read, settings.topics().allowedMessages()))
                    .hasSize(ALLOWED)
                    .containsExactlyInAnyOrderElementsOf(outbox.allowed().stream()
                            .map(verdict -> verdict.at("/message/id").asText())
                            .toList());
            assertThat(of(read, settings.topics().blockedMessages())).hasSize(BLOCKED);
            assertThat(outbox.deadLetters()).isEmpty();
            read.forEach(line -> NodeMessages.assertSame(line, sent));
            read.stream().filter(line -> line.at("/verdict").has("reason")).forEach(InteropIT::assertBlocked);
            assertOnJavasPartitions(settings, sent.size());
            assertReported(settings, sent, ALLOWED + 1);
            responder.endInput();
            assertThat(responder.awaitEnd()).isZero();
            assertThat(responder.errors()).isEmpty();
        }
    }

    private Settings settings() throws Exception {
        Settings settings = Kafka.with(
                Kafka.settings(directory.resolve("state")),
                new ValueFormat.Avro(),
                Map.of(Formats.REGISTRY_URL, Registry.url()));
        Kafka.createTopics(settings, PARTITIONS, InboundTime.ARRIVAL);
        GateSchemas.at(Formats.registrySettings(settings), settings.topics()).register((subject, id) -> {});
        return settings;
    }

    private static List<JsonNode> lines(Child responder) throws IOException {
        String output = responder.output();
        return output.substring(0, output.lastIndexOf('\n') + 1)
                .lines()
                .map(InteropIT::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(JsonNode line) {
        return line.at("/verdict/message/id").asText();
    }

    private static List<String> of(List<JsonNode> read, String topic) {
        return read.stream()
                .filter(line -> line.path("topic").asText().equals(topic))
                .map(InteropIT::id)
                .toList();
    }

    /** An enum, a time that may be null and a record that may be null, each with a value. */
    private static void assertBlocked(JsonNode line) {
        JsonNode verdict = line.path("verdict");
        assertThat(verdict.path("reason").asText()).isEqualTo("RATE_LIMITED");
        assertThat(verdict.path("rule").asText()).isEqualTo("sender");
        assertThat(verdict.path("retryAt").asLong())
                .isGreaterThan(verdict.path("decidedAt").asLong());
        if (!verdict.path("notice").isNull()) {
            assertThat(verdict.at("/penalty/kind").asText()).isEqualTo("WARNING");
        }
    }

    private static void assertOnJavasPartitions(Settings settings, int count) throws Exception {
        assertThat(records(settings, settings.topics().inboundMessages(), count))
                .hasSize(count)
                .allSatisfy(record -> assertThat(record.partition())
                        .isEqualTo(Utils.toPositive(Utils.murmur2(record.key().getBytes(StandardCharsets.UTF_8)))
                                % PARTITIONS));
    }

    private static void assertReported(Settings settings, Map<String, ObjectNode> sent, int count) throws Exception {
        for (ConsumerRecord<String, byte[]> record :
                records(settings, settings.topics().deliveryReports(), count)) {
            Decoded<DeliveryReport> report = Formats.ofService(settings)
                    .deliveryReport(record.value(), new RecordOrigin(record.topic(), 0, 0, 0));
            DeliveryReport valid = ((Decoded.Valid<DeliveryReport>) report).value();
            assertThat(sent).containsKey(valid.messageId());
            assertThat(valid.recipient()).isEqualTo(record.key());
            assertThat(valid.status()).isEqualTo(DeliveryReport.Status.SENT);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> records(Settings settings, String topic, int count)
            throws Exception {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(
                KafkaClients.consumer(settings), List.of(topic), TopicReader.From.BEGINNING, Kafka.PATIENCE)) {
            await().atMost(Kafka.PATIENCE).until(() -> {
                records.addAll(reader.poll(Duration.ofMillis(100)));
                return records.size() >= count;
            });
        }
        return records;
    }
}
