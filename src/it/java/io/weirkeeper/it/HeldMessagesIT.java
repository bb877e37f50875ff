package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.topics.InboundTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The law of one verdict for messages that wait, whatever becomes of the instance that holds them. */
@Execution(ExecutionMode.CONCURRENT)
class HeldMessagesIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void tenThousandHeldMessagesGetOneVerdictEachAcrossKillMinus9() throws Exception {
        Settings settings = Kafka.settings(directory.resolve("state"));
        Kafka.createTopics(settings, 2, InboundTime.CREATION);
        Path config = Files.writeString(directory.resolve("weirkeeper.yaml"), yaml(settings));
        Files.writeString(directory.resolve("policy.yaml"), Bursts.POLICY);
        Bursts bursts = Bursts.of(2_000, 5);
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            try (WeirProcess first = WeirProcess.start(directory, "run", "--config", config.toString())) {
                first.awaitPrinted("judging");
                bursts.send(inbox, 0, 5);
                Kafka.awaitTaken(settings, bursts.messages());
                first.kill();
            }
            assertThat(outbox.awaitEnded(0).judgedIds()).isEmpty();

            try (WeirProcess second = WeirProcess.start(directory, "run", "--config", config.toString())) {
                bursts.end(inbox);
                assertWhole(bursts, outbox.awaitEnded(bursts.verdicts()));
                assertThat(second.stop()).isEqualTo(143);
            }
        }
    }

    @Test
    void whatAnInstanceHoldsGoesOnAtAnotherWhenItIsStopped() throws Exception {
        Settings settings = Kafka.settings(directory.resolve("one"));
        Kafka.createTopics(settings, 2, InboundTime.CREATION);
        Bursts bursts = Bursts.of(500, 6);
        try (GateService one = Gates.start(settings, Bursts.POLICY);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(one).isNotNull();
            try (GateService two = Gates.start(Kafka.withState(settings, directory.resolve("two")), Bursts.POLICY)) {
                assertThat(two).isNotNull();
                Kafka.awaitInstances(settings, 2);
                bursts.send(inbox, 0, 3);
                Kafka.awaitTaken(settings, bursts.messages() / 2);
            }
            bursts.send(inbox, 3, 6);
            bursts.end(inbox);

            assertWhole(bursts, outbox.awaitEnded(bursts.verdicts()));
        }
    }

    /** Each message once, and no burst torn apart: one message of each sender is let on, with all others in it, when it was due. */
    private static void assertWhole(Bursts bursts, Outbox outbox) {
        assertThat(outbox.deadLetters()).isEmpty();
        assertThat(outbox.judgedIds()).hasSize(bursts.verdicts()).doesNotHaveDuplicates();
        String due = Instant.ofEpochMilli(bursts.at() + (bursts.perSender() - 1) * 1_000L + 60_000)
                .toString();
        assertThat(outbox.allowed())
                .filteredOn(verdict -> verdict.at("/message/channel").asText().equals("sms"))
                .hasSize(bursts.senders())
                .allSatisfy(verdict -> {
                    assertThat(verdict.path("absorbed")).hasSize(bursts.perSender() - 1);
                    assertThat(Instant.parse(verdict.path("decidedAt").asText()))
                            .hasToString(due);
                });
        assertThat(outbox.debounced())
                .hasSize(bursts.messages() - bursts.senders())
                .extracting(HeldMessagesIT::reason)
                .containsOnly("MERGED");
    }

    private static String reason(JsonNode verdict) {
        return verdict.path("reason").asText();
    }

    /** A static member does not have to wait until the session of the killed one has run out. */
    private String yaml(Settings settings) {
        return """
                applicationId: %s
                format: json
                topics: {prefix: %s}
                state: {directory: "%s"}
                policy: "%s"
                kafka: {bootstrap.servers: "%s", group.instance.id: one}
                """.formatted(
                        settings.applicationId(),
                        settings.topics().prefix(),
                        settings.stateDirectory(),
                        directory.resolve("policy.yaml"),
                        settings.bootstrapServers());
    }
}
