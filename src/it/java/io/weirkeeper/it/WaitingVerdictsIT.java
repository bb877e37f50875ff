package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of one verdict on real chat messages that go through every gate, and wait at two of them. */
class WaitingVerdictsIT {
    private static final long LONGEST_BURST = Duration.ofHours(3).toMillis();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = """
            debounce: {quiet: 1h, maxWait: 3h, when: {channel: [irc]}}
            limits:
              - {id: sender, per: [sender], allow: 1 per 1d}
              - {id: user, per: [user], allow: 2 per 1d}
              - {id: chat, per: [conversation], allow: 4 per 1d}
              - {id: address, per: [address], allow: 2 per 1d}
              - {id: global, per: [], allow: 10 per 1s, onExceed: queue}
            queue: {capacity: 10, maxWait: 500ms}
            """;

    /** Live, for every partition, and not held: the last bursts of the chat are over when they come. */
    private static final List<String> LAST =
            Stream.iterate(0, i -> i + 1).limit(20).map(i -> "last" + i).toList();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void everyMessageGetsOneVerdictThroughAllGates() throws Exception {
        List<ChatMessage> messages = ChatMessage.recent();
        Settings settings = Kafka.settings(directory);
        Kafka.createTopics(settings, 3, InboundTime.CREATION);
        try (GateService service = Gates.start(settings, POLICY);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(service).isNotNull();
            for (ChatMessage message : messages) {
                inbox.sendLater(null, message.at() - LONGEST_BURST, message.sender(), withAllFields(message));
            }
            for (String last : LAST) {
                inbox.sendLater(
                        null,
                        System.currentTimeMillis(),
                        last,
                        "{\"id\":\"%s\",\"sender\":\"%s\",\"channel\":\"sms\",\"body\":\"x\"}".formatted(last, last));
            }
            inbox.flush();
            outbox.awaitEnded(messages.size() + LAST.size());

            assertThat(outbox.deadLetters()).isEmpty();
            assertThat(outbox.judgedIds())
                    .hasSize(messages.size() + LAST.size())
                    .doesNotHaveDuplicates()
                    .containsAll(messages.stream().map(ChatMessage::id).toList());
            assertThat(outbox.allowed()).isNotEmpty();
            assertThat(outbox.debounced()).extracting(WaitingVerdictsIT::reason).containsOnly("SUPERSEDED");
            assertThat(outbox.blocked())
                    .extracting(verdict ->
                            reason(verdict) + " " + verdict.path("rule").asText())
                    .contains(
                            "RATE_LIMITED sender",
                            "RATE_LIMITED user",
                            "RATE_LIMITED chat",
                            "RATE_LIMITED address",
                            "QUEUE_FULL global");
        }
    }

    /** Of a user that writes under several names, in one of many rooms, from one of a few addresses. */
    private static String withAllFields(ChatMessage message) throws IOException {
        int number = Math.floorMod(message.sender().hashCode(), 1_000);
        ObjectNode node = (ObjectNode) JSON.readTree(message.json());
        node.put("user", "u" + number % 40);
        node.put("conversation", "#" + Math.floorMod(message.id().hashCode(), 12));
        node.put("address", "10.0.0." + number % 60);
        return node.toString();
    }

    private static String reason(JsonNode verdict) {
        return verdict.path("reason").asText();
    }
}
