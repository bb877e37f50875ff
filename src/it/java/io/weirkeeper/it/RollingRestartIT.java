package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.SettingsReader;
import io.weirkeeper.config.SettingsReading;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.topics.InboundTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Gates that share the work, as deploy/k8s runs them, are restarted one after the other while messages come. */
@Execution(ExecutionMode.CONCURRENT)
class RollingRestartIT {
    private static final int SENDERS = 60;
    private static final String FIVE_AN_HOUR = "limits: [{id: sender, per: [sender], allow: 5 per 1h}]";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Settings common = Kafka.settings(Path.of("unused"));
    private int sent;

    /** One of them, by its number. */
    private Settings gate(int number, String more) {
        SettingsReading reading = SettingsReader.read(
                Optional.of("""
                applicationId: %s
                format: json
                topics: {prefix: %s}
                state: {directory: "%s"}
                kafka:
                  bootstrap.servers: "%s"
                  group.instance.id: gate-%d
                  num.standby.replicas: 1
                  heartbeat.interval.ms: 500
                %s
                """.formatted(
                                common.applicationId(),
                                common.topics().prefix(),
                                directory.resolve("gate-" + number),
                                common.bootstrapServers(),
                                number,
                                more)),
                Map.of());
        if (reading instanceof SettingsReading.Valid valid) {
            return valid.settings();
        }
        throw new AssertionError(reading.toString());
    }

    /** One message of each sender. */
    private void sendOneEach(Inbox inbox) {
        for (int i = 0; i < SENDERS; i++, sent++) {
            inbox.send("s" + i, "{\"id\":\"m%d\",\"sender\":\"s%d\",\"body\":\"text %d\"}".formatted(sent, i, sent));
        }
        inbox.flush();
    }

    @Test
    void noVerdictIsLostOrDoubledAndNoCountIsForgotten() throws Exception {
        Kafka.createTopics(common, 3, InboundTime.ARRIVAL);
        List<GateService> gates = new ArrayList<>();
        try (Inbox inbox = new Inbox(common);
                Outbox outbox = new Outbox(common)) {
            for (int i = 0; i < 3; i++) {
                gates.add(Gates.start(gate(i, ""), FIVE_AN_HOUR));
            }
            Kafka.awaitInstances(common, 3);
            for (int i = 0; i < 3; i++) {
                sendOneEach(inbox);
                gates.get(i).close();
                sendOneEach(inbox);
                gates.set(i, Gates.start(gate(i, ""), FIVE_AN_HOUR));
                sendOneEach(inbox);
            }
            outbox.awaitEnded(sent);
        } finally {
            gates.forEach(GateService::close);
        }

        assertOneVerdictEachAndFiveAllowed();
    }

    @Test
    void aGateThatKeepsItsPlaceFindsItsWorkWhenItIsBack() throws Exception {
        String keep = "stop: {membership: keep}";
        Kafka.createTopics(common, 2, InboundTime.ARRIVAL);
        try (Inbox inbox = new Inbox(common);
                Outbox outbox = new Outbox(common);
                GateService stays = Gates.start(gate(1, keep), FIVE_AN_HOUR)) {
            try (GateService goes = Gates.start(gate(0, keep), FIVE_AN_HOUR)) {
                Kafka.awaitInstances(common, 2);
                for (int i = 0; i < 4; i++) {
                    sendOneEach(inbox);
                }
                outbox.awaitEnded(sent);
                assertThat(goes.health().isReady()).isTrue();
            }
            assertThat(members()).containsExactlyInAnyOrder("gate-0-1", "gate-1-1");
            sendOneEach(inbox);
            try (GateService back = Gates.start(gate(0, keep), FIVE_AN_HOUR)) {
                sendOneEach(inbox);
                outbox.awaitEnded(sent);
                assertThat(back.health().isLive()).isTrue();
            }
            assertThat(stays.health().isReady()).isTrue();
        }

        assertOneVerdictEachAndFiveAllowed();
    }

    private List<String> members() throws Exception {
        try (Admin admin = Admin.create(KafkaClients.admin(common))) {
            return admin.describeConsumerGroups(List.of(common.applicationId())).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::groupInstanceId)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private void assertOneVerdictEachAndFiveAllowed() throws Exception {
        try (Outbox outbox = new Outbox(common)) {
            outbox.awaitEnded(sent);
            assertThat(outbox.judgedIds()).hasSize(sent).doesNotHaveDuplicates();
            assertThat(outbox.allowed()).hasSize(5 * SENDERS);
            assertThat(outbox.deadLetters()).isEmpty();
        }
    }
}
