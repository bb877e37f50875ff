package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.deploy.AlertExpressions;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.Profile;
import io.weirkeeper.topics.InboundTime;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate as deploy/k8s sets it up: with a membership of its own, and a copy of its state elsewhere. */
class PodIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void itIsAMemberByItsNameAndShowsWhatTheAlertsAskFor() throws Exception {
        Settings settings = Kafka.with(
                Kafka.settings(directory.resolve("state")),
                new ValueFormat.Json(),
                Map.of("group.instance.id", "weirkeeper-0", "num.standby.replicas", "1"));
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
        try (Scrape scrape = new Scrape();
                GateService gate = GateService.create(
                        settings,
                        Profile.EXACTLY_ONCE,
                        Gates.wanted(Gates.FIVE_A_MINUTE),
                        scrape.gates(),
                        Kafka.PATIENCE);
                Admin admin = Admin.create(KafkaClients.admin(settings))) {
            gate.show(scrape::watch);
            gate.begin();
            assertThat(gate.awaitRunning()).isTrue();

            assertThat(members(admin, settings.applicationId()))
                    .extracting(member -> member.groupInstanceId().orElse(""))
                    .containsExactly("weirkeeper-0-1");
            Set<String> asked = AlertExpressions.metrics().stream()
                    .filter(name -> name.startsWith("kafka_"))
                    .collect(Collectors.toSet());
            assertThat(asked).hasSizeGreaterThan(1);
            await().atMost(Kafka.PATIENCE)
                    .untilAsserted(() -> assertThat(asked)
                            .allSatisfy(name -> assertThat(scrape.text()).contains("\n" + name + "{")));
            assertThat(scrape.text())
                    .containsPattern("\nkafka_consumer_fetch_manager_records_lag\\{[^}]*topic=\""
                            + settings.topics().inboundMessages() + "\"");
        }
    }

    private static Collection<MemberDescription> members(Admin admin, String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .members();
    }
}
