package io.weirkeeper.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.config.Settings;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.TopicReader;
import io.weirkeeper.topics.BrokerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads all that comes out, committed records only. */
final class Outbox implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final WireFormat format;
    private final TopicReader reader;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    Outbox(Settings settings) throws BrokerException, FormatException {
        this.settings = settings;
        this.format = Formats.ofCommand(settings);
        List<String> topics = Stream.concat(
                        settings.topics().verdicts().stream(),
                        Stream.of(
                                settings.topics().deadLetterMessages(),
                                settings.topics().senderPenalties()))
                .toList();
        Map<String, Object> consumer = KafkaClients.consumer(settings);
        consumer.put("max.poll.records", 5_000);
        reader = new TopicReader(consumer, topics, TopicReader.From.BEGINNING, Kafka.PATIENCE);
    }

    /** Reads until so many messages have ended somewhere, then on for a moment: one too many would be seen too. */
    Outbox awaitEnded(int messages) {
        await().dontCatchUncaughtExceptions()
                .atMost(Kafka.PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    records.addAll(reader.poll(WAIT));
                    return ended() >= messages;
                });
        for (int quiet = 0; quiet < 3; ) {
            List<ConsumerRecord<String, byte[]>> more = reader.poll(WAIT);
            records.addAll(more);
            quiet = more.isEmpty() ? quiet + 1 : 0;
        }
        return this;
    }

    private long ended() {
        String audit = settings.topics().senderPenalties();
        return records.stream().filter(record -> !record.topic().equals(audit)).count();
    }

    List<JsonNode> allowed() {
        return values(settings.topics().allowedMessages());
    }

    List<JsonNode> blocked() {
        return values(settings.topics().blockedMessages());
    }

    List<JsonNode> debounced() {
        return values(settings.topics().debouncedMessages());
    }

    /** The id of the message in each verdict of any kind. */
    List<String> judgedIds() {
        return settings.topics().verdicts().stream()
                .flatMap(topic -> values(topic).stream())
                .map(verdict -> verdict.at("/message/id").asText())
                .toList();
    }

    List<JsonNode> audit() {
        return values(settings.topics().senderPenalties());
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        return records(settings.topics().deadLetterMessages());
    }

    List<ConsumerRecord<String, byte[]>> records(String topic) {
        return records.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    private List<JsonNode> values(String topic) {
        return records(topic).stream().map(this::json).toList();
    }

    private JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            boolean isVerdict = settings.topics().verdicts().contains(record.topic());
            return JSON.readTree(isVerdict ? format.json(record.topic(), record.value()) : record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
