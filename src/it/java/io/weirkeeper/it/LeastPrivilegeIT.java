package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.deploy.Manifest;
import io.weirkeeper.deploy.Manifests;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.service.ControlDesk;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.Operators;
import io.weirkeeper.service.PolicyAccess;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights in deploy/k8s/strimzi/users.yaml are enough for all that a gate and KEDA do, and not for more. */
class LeastPrivilegeIT {
    private static final String GATE = "weirkeeper";
    private static final String SCALER = "weirkeeper-scaler";
    private static final Operators.Word WORD =
            new Operators.Word(Optional.of("ann"), Optional.empty(), OptionalLong.empty());

    /** A limit of the global gate, so that every message visits it. */
    private static final String POLICY = """
            limits:
              - {id: sender, per: [sender], allow: 2 per 1m}
              - {id: global, per: [], allow: 100 per 1m}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void theGateAndItsScalerDoTheirWorkAndNoMore() throws Exception {
        try (GuardedBroker broker = new GuardedBroker(directory.resolve("broker"), List.of(GATE, SCALER))) {
            Settings admin = settings(broker, GuardedBroker.ADMIN);
            makeTopicsAndGrants(admin);
            Settings settings = settings(broker, GATE);
            awaitGrants(settings);
            try (GateService gate = Gates.start(settings, POLICY);
                    Inbox inbox = new Inbox(admin);
                    Outbox outbox = new Outbox(admin);
                    ControlDesk desk = new ControlDesk(settings, Formats.ofService(settings), Kafka.PATIENCE)) {
                // Without keys: most are misplaced and go through the repartition topic.
                for (int i = 0; i < 12; i++) {
                    inbox.send(null, message("m" + i, "+1555" + i % 4, "text " + i));
                }
                inbox.send("x", "no JSON");
                outbox.awaitEnded(13);
                assertThat(outbox.allowed()).hasSize(8);
                assertThat(outbox.blocked()).hasSize(4);

                desk.say(ControlType.BLOCK, Optional.of("+15550"), WORD);
                desk.blockAddress("203.0.113.7", WORD);
                try (PolicyPublisher publisher = PolicyAccess.open(settings, Kafka.PATIENCE)) {
                    publisher.publish(new Draft("name: next", "ann", ""));
                }
                await().atMost(Kafka.PATIENCE)
                        .until(() -> gate.policy().inForce().policy().version() == 2
                                && gate.blockedAddresses().find("203.0.113.7").isPresent());
                mayNot(settings);
                scales(broker);
                assertThat(gate.health().causes()).isEmpty();
            }
        }
    }

    private static void makeTopicsAndGrants(Settings admin) throws Exception {
        try (BrokerTopics topics = new BrokerTopics(KafkaClients.admin(admin), Kafka.PATIENCE)) {
            topics.createMissing(new TopicLayout(admin.topics()).specs(3, InboundTime.ARRIVAL), Optional.empty());
        }
        List<Manifest> users = Manifest.read(Manifests.ROOT.resolve("strimzi/users.yaml"));
        try (Admin client = Admin.create(KafkaClients.admin(admin))) {
            for (Manifest user : users) {
                client.createAcls(GuardedBroker.grants(user)).all().get();
            }
        }
    }

    /** The controller has them at once, the broker a moment later. */
    private static void awaitGrants(Settings settings) {
        try (Admin client = Admin.create(KafkaClients.admin(settings))) {
            await().atMost(Kafka.PATIENCE)
                    .until(() ->
                            client.listTopics().names().get().containsAll(new TopicLayout(settings.topics()).names()));
        }
    }

    private static void mayNot(Settings settings) throws Exception {
        try (Admin client = Admin.create(KafkaClients.admin(settings))) {
            assertThatThrownBy(() -> client.createTopics(List.of(new NewTopic("others", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> client.deleteTopics(List.of("inbound-messages"))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    /** What KEDA asks: the offsets of the group and the ends of the topic. */
    private void scales(GuardedBroker broker) throws Exception {
        Map<String, Object> scaler = KafkaClients.admin(settings(broker, SCALER));
        TopicPartition first = new TopicPartition("inbound-messages", 0);
        try (Admin client = Admin.create(scaler)) {
            assertThat(client.listConsumerGroupOffsets(GATE)
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isNotEmpty(); // of those partitions on which something came
            assertThat(client.listOffsets(Map.of(first, OffsetSpec.latest()))
                            .partitionResult(first)
                            .get()
                            .offset())
                    .isNotNegative();
            assertThatThrownBy(() -> client.deleteTopics(List.of("inbound-messages"))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private Settings settings(GuardedBroker broker, String user) {
        return new Settings(
                GATE,
                new Topics(""),
                Optional.of(new ValueFormat.Json()),
                Optional.empty(),
                directory.resolve("state"),
                Duration.ofDays(1),
                TimeBounds.DEFAULT,
                broker.as(user));
    }

    private static String message(String id, String sender, String body) {
        return "{\"id\":\"%s\",\"channel\":\"sms\",\"sender\":\"%s\",\"body\":\"%s\"}".formatted(id, sender, body);
    }
}
