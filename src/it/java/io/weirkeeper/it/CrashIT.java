package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.streams.Nodes;
import io.weirkeeper.topics.InboundTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of one verdict across kill -9, and state that is kept across SIGTERM, with the service as operators run it. */
class CrashIT {
    private static final int MESSAGES = 4_000;
    private static final int SENDERS = 400;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void everyMessageGetsExactlyOneVerdictAcrossKillMinus9() throws Exception {
        Settings settings = Kafka.settings(directory.resolve("state"));
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
        Path config = Files.writeString(directory.resolve("weirkeeper.yaml"), yaml(settings));
        Files.writeString(directory.resolve("policy.yaml"), Gates.FIVE_A_MINUTE);
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            try (WeirProcess first = WeirProcess.start(directory, "run", "--config", config.toString())) {
                first.awaitPrinted("by policy version 1 by run: policy.yaml");
                send(inbox, 0, MESSAGES / 2);
                outbox.awaitEnded(1);
                send(inbox, MESSAGES / 2, MESSAGES);
                first.kill();
            }
            try (WeirProcess second = WeirProcess.start(directory, "run", "--config", config.toString())) {
                second.awaitPrinted("by policy version 1 by run: policy.yaml"); // unchanged, so not published again
                outbox.awaitEnded(MESSAGES);
                List<String> ids = Stream.concat(outbox.allowed().stream(), outbox.blocked().stream())
                        .map(verdict -> verdict.at("/message/id").asText())
                        .toList();
                assertThat(ids).hasSize(MESSAGES).doesNotHaveDuplicates();
                // ten messages of each sender, of which five pass: what was counted survived too
                assertThat(outbox.allowed()).hasSize(SENDERS * 5);
                assertThat(outbox.blocked()).extracting(CrashIT::reason).containsOnly("RATE_LIMITED");
                List<Path> stores = Stream.of("1_0", "1_1")
                        .map(task -> settings.stateDirectory()
                                .resolve(settings.applicationId())
                                .resolve(task)
                                .resolve("rocksdb")
                                .resolve(Nodes.STANDING))
                        .toList();
                List<FileTime> made = Directories.made(stores);
                assertThat(second.stop()).isEqualTo(143);
                // Closed in good order: the next gate goes on with what is on disk.
                try (GateService third = Gates.start(settings, Gates.FIVE_A_MINUTE)) {
                    assertThat(third.health().isReady()).isTrue();
                    assertThat(Directories.made(stores)).isEqualTo(made);
                }
            }
        }
    }

    private static String reason(JsonNode verdict) {
        return verdict.path("reason").asText();
    }

    private static void send(Inbox inbox, int from, int to) {
        for (int i = from; i < to; i++) {
            String sender = "s" + i % SENDERS;
            inbox.send(sender, "{\"id\":\"m%d\",\"sender\":\"%s\",\"body\":\"text %d\"}".formatted(i, sender, i));
        }
        inbox.flush();
    }

    private String yaml(Settings settings) {
        return """
                applicationId: %s
                format: json
                topics: {prefix: %s}
                state: {directory: "%s"}
                policy: "%s"
                kafka: {bootstrap.servers: "%s", session.timeout.ms: 6000, heartbeat.interval.ms: 1000}
                """.formatted(
                        settings.applicationId(),
                        settings.topics().prefix(),
                        settings.stateDirectory(),
                        directory.resolve("policy.yaml"),
                        settings.bootstrapServers());
    }
}
