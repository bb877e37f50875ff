package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.cli.Shell;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.topics.InboundTime;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators say of the whole gate reaches every message, also of a policy that has no rule beyond one sender. */
class PausedGateIT {
    private static final String BLOCKED_ADDRESS = "203.0.113.7";
    private static final String OTHER_ADDRESS = "203.0.113.8";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();
    private int sent;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveTopics() throws Exception {
        settings = Kafka.settings(directory.resolve("state"));
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
        shell.always(
                "--bootstrap-server",
                settings.bootstrapServers(),
                "--topic-prefix",
                settings.topics().prefix());
    }

    /** Also if the instance that was told to pause is gone meanwhile, with its disk. */
    @Test
    void aPausedGateLetsNothingThroughAndAResumedOneAllThatWaited() throws Exception {
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            int before = 1;
            try (GateService gate = Gates.start(settings, Gates.FIVE_A_MINUTE)) {
                say(inbox, OTHER_ADDRESS);
                outbox.awaitEnded(before);
                assertThat(shell.run("gate", "pause", "--reason", "banned", "--by", "ann"))
                        .isZero();
                await().atMost(Kafka.PATIENCE).until(() -> gate.stores().lists().isGlobalGatePaused());
                say(inbox, OTHER_ADDRESS);
                Kafka.awaitTaken(settings, sent);
                assertThat(outbox.awaitEnded(0).judgedIds()).hasSize(before);
            }
            Directories.delete(directory.resolve("state"));
            try (GateService again = Gates.start(settings, Gates.FIVE_A_MINUTE)) {
                assertThat(again).isNotNull();
                say(inbox, OTHER_ADDRESS);
                Kafka.awaitTaken(settings, sent);
                assertThat(outbox.awaitEnded(0).judgedIds()).hasSize(before);

                Instant resumed = Instant.now();
                assertThat(shell.run("gate", "resume", "--by", "ann")).isZero();
                outbox.awaitEnded(sent);
                assertThat(outbox.judgedIds()).hasSize(sent).doesNotHaveDuplicates();
                assertThat(outbox.allowed()).hasSize(sent);
                assertThat(outbox.allowed().subList(before, sent)).allSatisfy(verdict -> {
                    assertThat(Instant.parse(verdict.path("decidedAt").asText()))
                            .isAfterOrEqualTo(resumed.truncatedTo(ChronoUnit.MILLIS));
                    assertThat(verdict.path("heldMillis").asLong()).isPositive();
                });
            }
        }
    }

    @Test
    void anAddressOnTheListIsBlockedUntilItIsTakenOff() throws Exception {
        try (GateService gate = Gates.start(settings, Gates.FIVE_A_MINUTE);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(gate).isNotNull();
            inbox.sendTo(settings.topics().gateLists(), BLOCKED_ADDRESS, "{}");
            awaitVerdict(inbox, outbox, "BLOCKLISTED");
            say(inbox, OTHER_ADDRESS);
            outbox.awaitEnded(sent);
            assertThat(outbox.allowed())
                    .filteredOn(verdict -> address(verdict).equals(OTHER_ADDRESS))
                    .hasSize(1);

            inbox.sendTo(settings.topics().gateLists(), BLOCKED_ADDRESS, null);
            awaitVerdict(inbox, outbox, "ALLOWED");
        }
    }

    /** Lists take a moment to reach an instance: asks again until the answer is that. */
    private void awaitVerdict(Inbox inbox, Outbox outbox, String expected) {
        await().atMost(Kafka.PATIENCE).until(() -> {
            say(inbox, BLOCKED_ADDRESS);
            String id = "m" + sent;
            outbox.awaitEnded(sent);
            return outbox.blocked().stream()
                    .filter(verdict -> verdict.at("/message/id").asText().equals(id))
                    .map(verdict -> verdict.path("reason").asText())
                    .findFirst()
                    .orElse("ALLOWED")
                    .equals(expected);
        });
    }

    /** Each message from a sender of its own. */
    private void say(Inbox inbox, String address) {
        sent++;
        String sender = "s" + sent;
        inbox.send(
                sender,
                "{\"id\":\"m%d\",\"sender\":\"%s\",\"address\":\"%s\",\"body\":\"hello\"}"
                        .formatted(sent, sender, address));
        inbox.flush();
    }

    private static String address(JsonNode verdict) {
        return verdict.at("/message/address").asText();
    }
}
