package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.cli.Shell;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.streams.Nodes;
import io.weirkeeper.topics.InboundTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is forgotten leaves nothing in the stores and their changelogs, from which a gate that lost its directory starts. */
class ForgetIT {
    private static final String SENDER = "+15550100";
    /** Its name begins with that of the other. */
    private static final String NEIGHBOUR = "+155501009";

    private static final int PARTITIONS = 2;
    private static final String POLICY = """
            registeredOnly: true
            limits: [{id: hourly, per: [sender], allow: 1 per 1h, strikes: 1}]
            penalties: {ladder: [{at: 1, do: timeout, for: 1h}], permanentAt: 3}
            duplicates: {window: 1h}
            """;

    /** What follows the subject in the key of a window store: the start of the slot and a number. */
    private static final int WINDOW_BYTES = Long.BYTES + Integer.BYTES;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveTopics() throws Exception {
        settings = Kafka.settings(directory.resolve("state"));
        Kafka.createTopics(settings, PARTITIONS, InboundTime.ARRIVAL);
        shell.always(
                "--bootstrap-server",
                settings.bootstrapServers(),
                "--topic-prefix",
                settings.topics().prefix());
    }

    @Test
    void whoIsForgottenIsAStrangerAlsoToAGateThatStartsFromTheChangelogs() throws Exception {
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            try (GateService before = Gates.start(settings, POLICY)) {
                assertThat(before).isNotNull();
                says(2, "register", "trust");
                send(inbox, 1, 3);
                outbox.awaitEnded(6);
                assertThat(reasons(outbox, SENDER)).containsExactly("RATE_LIMITED", "PENALIZED");
                for (String store : List.of(Nodes.ACTIVITY, Nodes.VIOLATIONS, Nodes.STANDING)) {
                    assertThat(kept(store, SENDER)).as(store).contains(true);
                }

                assertThat(shell.run("sender", "forget", SENDER)).isZero();
                Kafka.awaitObeyed(settings, 5);
                for (String store : List.of(Nodes.ACTIVITY, Nodes.VIOLATIONS, Nodes.STANDING)) {
                    assertThat(kept(store, SENDER)).as(store).isNotEmpty().containsOnly(false);
                    assertThat(kept(store, NEIGHBOUR)).as(store).contains(true);
                }
            }
            Directories.delete(directory.resolve("state"));
            try (GateService after = Gates.start(settings, POLICY)) {
                assertThat(after).isNotNull();
                send(inbox, 4, 4);
                outbox.awaitEnded(8);
                assertThat(reasons(outbox, SENDER))
                        .as("the registration is forgotten")
                        .containsExactly("RATE_LIMITED", "PENALIZED", "UNREGISTERED");

                shell.run("sender", "register", SENDER);
                Kafka.awaitObeyed(settings, 6);
                // The same text and the same id as the very first, within the hour of the limit and of duplicates.
                send(inbox, 1, 1);
                outbox.awaitEnded(10);
                assertThat(allowed(outbox, SENDER)).containsExactly("m1", "m1");
                assertThat(allowed(outbox, NEIGHBOUR)).containsExactly("m1");
            }
        }
    }

    @Test
    void anOperatorsBlockIsNotForgotten() throws Exception {
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            try (GateService before = Gates.start(settings, POLICY)) {
                assertThat(before).isNotNull();
                says(1, "register", "trust", "block", "forget");
                Kafka.awaitObeyed(settings, 4);
                assertThat(kept(Nodes.STANDING, SENDER)).containsExactly(true);
            }
            Directories.delete(directory.resolve("state"));
            try (GateService after = Gates.start(settings, POLICY)) {
                assertThat(after).isNotNull();
                send(inbox, 1, 1);
                outbox.awaitEnded(2);
                assertThat(reasons(outbox, SENDER)).containsExactly("BLOCKLISTED");
            }
        }
    }

    /** Says these words of the first so many of the two. */
    private void says(int subjects, String... words) {
        for (String subject : List.of(SENDER, NEIGHBOUR).subList(0, subjects)) {
            for (String word : words) {
                assertThat(shell.run("sender", word, subject)).isZero();
            }
        }
        Kafka.awaitObeyed(settings, (long) subjects * words.length);
    }

    /** Both write the same. */
    private void send(Inbox inbox, int first, int last) {
        for (int i = first; i <= last; i++) {
            for (String subject : List.of(SENDER, NEIGHBOUR)) {
                inbox.send(subject, "{\"id\":\"m%d\",\"sender\":\"%s\",\"body\":\"text %d\"}".formatted(i, subject, i));
            }
        }
        inbox.flush();
    }

    private static List<String> reasons(Outbox outbox, String subject) {
        return outbox.blocked().stream()
                .filter(verdict -> isOf(verdict, subject))
                .map(verdict -> verdict.path("reason").asText())
                .toList();
    }

    private static List<String> allowed(Outbox outbox, String subject) {
        return outbox.allowed().stream()
                .filter(verdict -> isOf(verdict, subject))
                .map(verdict -> verdict.at("/message/id").asText())
                .toList();
    }

    private static boolean isOf(JsonNode verdict, String subject) {
        return verdict.at("/message/sender").asText().equals(subject);
    }

    /** For each key of a subject in the changelog of a store, whether the last record under it has a value. */
    private List<Boolean> kept(String store, String subject) {
        int suffix = store.equals(Nodes.STANDING) ? 0 : WINDOW_BYTES;
        return changelog(settings.applicationId() + "-" + store + "-changelog").entrySet().stream()
                .filter(entry -> entry.getKey()
                        .substring(0, entry.getKey().length() - suffix)
                        .equals(subject))
                .map(entry -> entry.getValue().isPresent())
                .toList();
    }

    /** The last record under each key, committed ones only; a key as text of a character a byte. */
    private Map<String, Optional<byte[]>> changelog(String topic) {
        Map<String, Optional<byte[]>> last = new LinkedHashMap<>();
        Map<String, Object> consumer = new HashMap<>(KafkaClients.consumer(settings));
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (KafkaConsumer<byte[], byte[]> reader =
                new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> reader.position(each) < ends.getOrDefault(each, 0L))) {
                reader.poll(Duration.ofMillis(100))
                        .forEach(record -> last.put(
                                new String(record.key(), StandardCharsets.ISO_8859_1),
                                Optional.ofNullable(record.value())));
            }
        }
        return last;
    }
}
