package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.topics.InboundTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that nobody should send end where the design says, and the good ones around them are judged. */
class BadRecordsIT {
    private static final byte[] KEY = {'k'};
    private static final byte[] GARBAGE = {0, 1, (byte) 0xFF, '{'};
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void whatCannotBeJudgedBecomesADeadLetterWithItsBytesAndAReason() throws Exception {
        Settings settings = Kafka.settings(directory);
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        byte[] large = message("large", "x".repeat(MEBIBYTE));
        try (GateService service = Gates.start(settings, Gates.FIVE_A_MINUTE);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(service).isNotNull();
            long now = System.currentTimeMillis();
            inbox.send(0, now, KEY, GARBAGE);
            inbox.send(0, now, KEY, new byte[0]);
            inbox.send(0, now, KEY, null);
            inbox.send(0, now, KEY, large);
            inbox.send(0, now, KEY, "{\"body\":\"from nobody\"}".getBytes(StandardCharsets.UTF_8));
            inbox.send(0, now, KEY, message("good", "hello"));
            outbox.awaitEnded(6);

            assertThat(outbox.allowed())
                    .extracting(verdict -> verdict.path("message").path("id").asText())
                    .containsExactly("good");
            Map<String, ConsumerRecord<String, byte[]>> dead = outbox.deadLetters().stream()
                    .collect(Collectors.toMap(record -> header(record, "weir.defect") + record.offset(), r -> r));
            assertThat(outbox.deadLetters())
                    .extracting(record -> header(record, "weir.defect"))
                    .containsExactlyInAnyOrder(
                            "UNDECODABLE", "EMPTY_VALUE", "EMPTY_VALUE", "RECORD_TOO_LARGE", "MISSING_SENDER");
            assertThat(dead.values()).extracting(ConsumerRecord::value).contains(GARBAGE, large);
            assertThat(dead.values()).allSatisfy(record -> {
                assertThat(record.key()).isEqualTo("k");
                assertThat(header(record, "__streams.errors.topic"))
                        .isEqualTo(settings.topics().inboundMessages());
                assertThat(header(record, "__streams.errors.message")).isNotEmpty();
            });
        }
    }

    @Test
    void aForgedStampIsBoundedAndTheFutureIsRefusedByTheBroker() throws Exception {
        Settings settings = Kafka.settings(directory);
        Kafka.createTopics(settings, 1, InboundTime.CREATION);
        try (GateService service = Gates.start(settings, Gates.FIVE_A_MINUTE);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(service).isNotNull();
            long now = System.currentTimeMillis();
            long soon = now + Duration.ofMinutes(30).toMillis();
            inbox.send(0, now, KEY, message("now", "a"));
            inbox.send(0, 0, KEY, message("1970", "b"));
            inbox.send(0, soon, KEY, message("soon", "c"));
            long year2100 = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
            assertThatThrownBy(() -> inbox.send(0, year2100, KEY, message("2100", "d")))
                    .hasCauseInstanceOf(InvalidTimestampException.class);
            outbox.awaitEnded(3);

            List<ConsumerRecord<String, byte[]>> allowed =
                    outbox.records(settings.topics().allowedMessages());
            assertThat(allowed).hasSize(3);
            Map<String, Long> decidedAt = outbox.allowed().stream()
                    .collect(Collectors.toMap(v -> v.at("/message/id").asText(), BadRecordsIT::decidedAt));
            // of one sender time never runs backwards
            assertThat(decidedAt).containsEntry("now", now).containsEntry("1970", now);
            assertThat(decidedAt.get("soon")).isBetween(now, System.currentTimeMillis() + 5_000);
        }
    }

    @Test
    void onATopicThatStampsArrivalsAForgedStampMeansNothing() throws Exception {
        Settings settings = Kafka.settings(directory);
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        try (GateService service = Gates.start(settings, Gates.FIVE_A_MINUTE);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(service).isNotNull();
            long before = System.currentTimeMillis();
            inbox.send(0, 0, KEY, message("1970", "a"));
            inbox.send(0, Instant.parse("2100-01-01T00:00:00Z").toEpochMilli(), KEY, message("2100", "b"));
            outbox.awaitEnded(2);

            assertThat(outbox.allowed())
                    .extracting(verdict ->
                            Instant.parse(verdict.path("decidedAt").asText()).toEpochMilli())
                    .hasSize(2)
                    .allSatisfy(at -> assertThat(at).isBetween(before, System.currentTimeMillis()));
        }
    }

    private static long decidedAt(JsonNode verdict) {
        return Instant.parse(verdict.path("decidedAt").asText()).toEpochMilli();
    }

    private static byte[] message(String id, String body) {
        return "{\"id\":\"%s\",\"sender\":\"k\",\"body\":\"%s\"}"
                .formatted(id, body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
