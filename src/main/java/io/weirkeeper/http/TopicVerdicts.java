package io.weirkeeper.http;

import io.weirkeeper.config.Settings;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.TopicReader;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Verdicts from their topics, committed ones only, from now on. */
final class TopicVerdicts implements VerdictSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Topics topics;
    private final WireFormat format;
    private final TopicReader reader;

    private TopicVerdicts(Topics topics, WireFormat format, TopicReader reader) {
        this.topics = topics;
        this.format = format;
        this.reader = reader;
    }

    static VerdictSource open(Settings settings, WireFormat format) throws BrokerException {
        Topics topics = settings.topics();
        return new TopicVerdicts(
                topics,
                format,
                new TopicReader(KafkaClients.consumer(settings), topics.verdicts(), TopicReader.From.NOW, PATIENCE));
    }

    @Override
    public List<SeenVerdict> poll(Duration wait) {
        return reader.poll(wait).stream()
                .filter(record -> record.key() != null && record.value() != null)
                .map(record -> new SeenVerdict(record.key(), kind(record.topic()), () -> json(record)))
                .toList();
    }

    private VerdictKind kind(String topic) {
        if (topic.equals(topics.allowedMessages())) {
            return VerdictKind.ALLOWED;
        }
        return topic.equals(topics.blockedMessages()) ? VerdictKind.BLOCKED : VerdictKind.DEBOUNCED;
    }

    /** What others have written there and nobody can read is shown as nothing. */
    private String json(ConsumerRecord<String, byte[]> record) {
        try {
            return new String(format.json(record.topic(), record.value()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "{}";
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
