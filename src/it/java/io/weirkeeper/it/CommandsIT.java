package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirkeeper.cli.Shell;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.TopicReader;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.InboundTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user types against a running broker. */
class CommandsIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveSettings() {
        settings = Kafka.settings(directory.resolve("state"));
        shell.always(
                "--bootstrap-server",
                settings.bootstrapServers(),
                "--topic-prefix",
                settings.topics().prefix());
    }

    @Test
    void topicsAreCheckedCreatedAndCheckedAgain() {
        assertThat(shell.run("topics", "check")).isEqualTo(1);
        assertThat(shell.printed())
                .contains("missing topics: ")
                .contains("inbound-messages")
                .contains("weir topics create --bootstrap-server " + settings.bootstrapServers());
        assertThat(shell.run("topics", "create", "--partitions", "2")).isZero();
        assertThat(shell.printed()).contains("created " + settings.topics().gatePolicies());
        assertThat(shell.run("topics", "check")).isZero();
        assertThat(shell.run("topics", "create")).isZero();
        assertThat(shell.printed()).contains("all topics are there already");
    }

    @Test
    void theServiceRefusesMissingAndUnequalTopicsAndTellsWhatMendsThem() throws Exception {
        Path policy = Files.writeString(directory.resolve("policy.yaml"), Gates.FIVE_A_MINUTE);
        assertThat(shell.run("run", "--policy", policy.toString())).isEqualTo(1);
        assertThat(shell.printed()).contains("missing topics: ").contains("weir topics create");

        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        Kafka.growInbound(settings, 3);
        assertThat(shell.run("run", "--policy", policy.toString())).isEqualTo(1);
        assertThat(shell.printed())
                .contains("inbound-messages has 3 partitions")
                .contains("gate-control has 1")
                .contains("weir topics create --grow");
        assertThat(directory.resolve("state")).doesNotExist();

        assertThat(shell.run("topics", "create", "--grow")).isZero();
        assertThat(shell.run("topics", "check")).isZero();
    }

    @Test
    void anUnreachableBrokerIsOneClearMessage() {
        Shell elsewhere = new Shell();
        assertThat(elsewhere.run("topics", "check", "--bootstrap-server", "127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(elsewhere.printed().trim()).isEqualTo("weir: no broker answers at 127.0.0.1:1");
    }

    @Test
    void messagesAreSentJudgedAndShownAndAnOperatorIsObeyed() throws Exception {
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
        Path messages = Files.writeString(
                directory.resolve("messages.jsonl"),
                "{\"sender\":\"+1\",\"channel\":\"sms\",\"body\":\"hi\"}\n\n{\"sender\":\"+2\",\"body\":\"ho\"}\n");
        try (GateService gate = Gates.start(settings, Gates.FIVE_A_MINUTE);
                Outbox outbox = new Outbox(settings)) {
            assertThat(gate).isNotNull();
            assertThat(shell.run("send", messages.toString())).isZero();
            assertThat(shell.printed()).contains("sent 2 messages");
            outbox.awaitEnded(2);
            assertThat(shell.run("tail", "--from-beginning", "--max", "2")).isZero();
            assertThat(shell.printed()).contains("ALLOWED").contains("+1  hi").contains("+2  ho");

            assertThat(shell.run("sender", "block", "+1", "--reason", "sells watches", "--by", "ann", "--until", "1h"))
                    .isZero();
            Kafka.awaitObeyed(settings, 1);
            shell.run("send", messages.toString());
            outbox.awaitEnded(4);
            assertThat(outbox.blocked())
                    .extracting(verdict -> verdict.path("reason").asText() + ": "
                            + verdict.path("detail").asText())
                    .contains("BLOCKLISTED: blocked by ann: sells watches");
        }
    }

    @Test
    void aPauseAndItsEndAreSaidOfTheGateUnderOneKey() throws Exception {
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
        assertThat(shell.run("gate", "pause", "--reason", "banned", "--by", "ann", "--until", "2999-01-01T00:00:00Z"))
                .isZero();
        assertThat(shell.printed().trim()).isEqualTo("pause the gate until 2999-01-01T00:00:00.000Z");
        assertThat(shell.run("gate", "resume", "--by", "bob")).isZero();
        assertThat(shell.printed().trim()).isEqualTo("resume the gate");

        List<ConsumerRecord<String, byte[]>> said = controlRecords(2);
        assertThat(said).extracting(ConsumerRecord::key).containsExactly("global", "global");
        assertThat(said)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .satisfiesExactly(
                        pause -> assertThat(pause)
                                .endsWith("\"by\":\"ann\",\"type\":\"pause\",\"reason\":\"banned\","
                                        + "\"until\":\"2999-01-01T00:00:00.000Z\"}"),
                        resume -> assertThat(resume).endsWith("\"by\":\"bob\",\"type\":\"resume\"}"));
    }

    @Test
    void aFileWithABadLineIsNotSentAtAll() throws Exception {
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        Path messages = Files.writeString(
                directory.resolve("messages.jsonl"), "{\"sender\":\"+1\",\"body\":\"hi\"}\n{\"sender\":\n");
        assertThat(shell.run("send", messages.toString())).isEqualTo(1);
        assertThat(shell.printed()).contains("line 2: ").contains("nothing was sent");
        assertThat(Kafka.recordsOf(settings.topics().inboundMessages(), settings))
                .isZero();
    }

    private List<ConsumerRecord<String, byte[]>> controlRecords(int count) throws BrokerException {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(
                KafkaClients.consumer(settings),
                List.of(settings.topics().gateControl()),
                TopicReader.From.BEGINNING,
                Kafka.PATIENCE)) {
            await().atMost(Kafka.PATIENCE).until(() -> {
                records.addAll(reader.poll(Duration.ofMillis(100)));
                return records.size() >= count;
            });
        }
        return records;
    }
}
