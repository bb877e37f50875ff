package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.topics.InboundTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of one verdict on real chat messages, however their producers partition them. */
class OneVerdictIT {
    private static final int PARTITIONS = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    /** How a producer partitions. */
    @FunctionalInterface
    private interface Producer {
        void send(Inbox inbox, ChatMessage message);
    }

    @Test
    void everyMessageGetsOneVerdictAndTheSameWhateverItsKeyAndPartition() throws Exception {
        List<ChatMessage> messages = ChatMessage.recent();
        List<String> wellKeyed = verdicts(messages, (inbox, m) -> inbox.sendLater(null, m.at(), m.sender(), m.json()));
        List<String> foreign =
                verdicts(messages, (inbox, m) -> inbox.sendLater(crc32(m.sender()), m.at(), m.sender(), m.json()));
        List<String> nullKeys = verdicts(messages, (inbox, m) -> inbox.sendLater(0, m.at(), null, m.json()));

        assertThat(wellKeyed).hasSameSizeAs(messages).doesNotHaveDuplicates();
        assertThat(wellKeyed).anyMatch(line -> line.contains("RATE_LIMITED"));
        assertThat(wellKeyed).anyMatch(line -> line.contains("PENALIZED"));
        assertThat(wellKeyed).anyMatch(line -> line.contains("ALLOWED"));
        assertThat(foreign).isEqualTo(wellKeyed);
        assertThat(nullKeys).isEqualTo(wellKeyed);
    }

    /** As librdkafka does by default. */
    private static int crc32(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % PARTITIONS);
    }

    private List<String> verdicts(List<ChatMessage> messages, Producer producer) throws Exception {
        Settings settings = Kafka.settings(directory);
        Kafka.createTopics(settings, PARTITIONS, InboundTime.CREATION);
        try (GateService service = Gates.start(settings, Gates.FIVE_A_MINUTE);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            messages.forEach(message -> producer.send(inbox, message));
            outbox.awaitEnded(messages.size());
            assertThat(outbox.deadLetters()).isEmpty();
            List<String> lines = new ArrayList<>();
            outbox.allowed().forEach(verdict -> lines.add(line(verdict, "ALLOWED")));
            outbox.blocked().forEach(verdict -> lines.add(line(verdict, "BLOCKED")));
            assertThat(service).isNotNull();
            lines.sort(Comparator.naturalOrder());
            return lines;
        }
    }

    private static String line(JsonNode verdict, String kind) {
        return Stream.of("message/id", "decidedAt", "reason", "rule", "retryAt", "penalty/kind", "penalty/strikes")
                .map(path -> verdict.at("/" + path).asText())
                .reduce(kind, (line, value) -> value + " " + line);
    }
}
