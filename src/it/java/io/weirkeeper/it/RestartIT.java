package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.streams.Nodes;
import io.weirkeeper.topics.InboundTime;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was counted before a restart is counted after it. */
@Execution(ExecutionMode.CONCURRENT)
class RestartIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @ParameterizedTest(name = "state directory lost: {0}")
    @ValueSource(booleans = {false, true})
    void countsDuplicatesAndStandingSurviveARestart(boolean lost) throws Exception {
        Settings settings = Kafka.settings(directory.resolve("state"));
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            try (GateService before = Gates.start(settings, Gates.FIVE_A_MINUTE)) {
                assertThat(before).isNotNull();
                send(inbox, 1, 5);
                outbox.awaitEnded(5);
            }
            if (lost) {
                Directories.delete(directory.resolve("state"));
            }
            try (GateService after = Gates.start(settings, Gates.FIVE_A_MINUTE)) {
                assertThat(after).isNotNull();
                send(inbox, 6, 6);
                // a delivery of the first message once more
                send(inbox, 1, 1);
                outbox.awaitEnded(7);
            }
            assertThat(outbox.allowed()).hasSize(5);
            assertThat(outbox.blocked())
                    .extracting(verdict -> verdict.path("message").path("id").asText() + " "
                            + verdict.path("reason").asText())
                    .containsExactlyInAnyOrder("m6 RATE_LIMITED", "m1 REDELIVERED");
            assertThat(outbox.audit()).hasSize(2);
        }
    }

    /** Kafka Streams takes a store without any segment for torn, and wipes all of the task (see SlottedStore.anchor). */
    @Test
    void aRestartKeepsTheStateDirectoryEvenIfNobodyHasViolatedAnything() throws Exception {
        Settings settings = Kafka.settings(directory);
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        List<Path> stores = Stream.of(
                        "1_0/rocksdb/" + Nodes.STANDING, "1_0/rocksdb/" + Nodes.HELD, "2_0/rocksdb/" + Nodes.WIDER_HELD)
                .map(directory.resolve(settings.applicationId())::resolve)
                .toList();
        List<FileTime> created;
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings);
                GateService before = Gates.start(settings, Gates.FIVE_A_MINUTE)) {
            assertThat(before).isNotNull();
            send(inbox, 1, 1);
            outbox.awaitEnded(1);
            created = Directories.made(stores);
        }
        try (GateService after = Gates.start(settings, Gates.FIVE_A_MINUTE)) {
            assertThat(after).isNotNull();
            assertThat(Directories.made(stores)).isEqualTo(created);
        }
    }

    private static void send(Inbox inbox, int first, int last) {
        for (int i = first; i <= last; i++) {
            inbox.send(
                    "+15550100",
                    "{\"id\":\"m%d\",\"sender\":\"+15550100\",\"channel\":\"sms\",\"body\":\"text %d\"}"
                            .formatted(i, i));
        }
        inbox.flush();
    }
}
