package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands with kcat in the docs, taken from their text, do what it says; in the profile interop. */
class InteropKcatIT {
    private static final String POLICY = "examples/policies/sms-webhook.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveTopics() throws Exception {
        for (String tool : List.of("kcat", "jq")) {
            if (run("command -v " + tool).isEmpty()) {
                abort(tool + " is not installed, so the commands of the docs were not run");
            }
        }
        settings = Kafka.settings(directory.resolve("state"));
        Kafka.createTopics(settings, 3, InboundTime.ARRIVAL); // as weir dev makes them
    }

    @Test
    void theSessionOfTheReadme() throws Exception {
        DocBlocks readme = DocBlocks.of(Path.of("README.md"), settings);
        String shown = readme.with("$ kcat -C", "\"RATE_LIMITED\"");
        try (GateService gate = Gates.start(settings, Files.readString(Path.of(POLICY)));
                Outbox outbox = new Outbox(settings)) {
            assertThat(gate).isNotNull();
            run(readme.with("for i in", "kcat -P"));
            outbox.awaitEnded(6);

            assertThat(run(readme.typed("allowed-messages | wc -l")).trim()).isEqualTo("5");
            JsonNode blocked = JSON.readTree(run(readme.typed("blocked-messages | jq")));
            assertThat(shown)
                    .contains(blocked.at("/message/id").asText())
                    .contains(text(blocked, "reason"), text(blocked, "rule"), text(blocked, "detail"))
                    .contains(text(blocked, "notice"));
            assertThat(blocked.path("penalty").toString()).isEqualTo("{\"kind\":\"WARNING\",\"strikes\":1}");
        }
    }

    @Test
    void whatAResponderTypes() throws Exception {
        DocBlocks readme = DocBlocks.of(Path.of("README.md"), settings);
        DocBlocks responders = DocBlocks.of(Path.of("docs/responders.md"), settings);
        try (GateService gate = Gates.start(settings, Files.readString(Path.of(POLICY)));
                Outbox outbox = new Outbox(settings);
                Child answers = shell(responders.with("-G my-bot -q"));
                Child notices = shell(responders.with("-G my-bot-notices"))) {
            assertThat(gate).isNotNull();
            awaitReading("my-bot");
            awaitReading("my-bot-notices");
            run(readme.with("for i in", "kcat -P"));
            outbox.awaitEnded(6);

            // What they print comes in blocks, the last one when they end.
            awaitCommitted("my-bot", 5);
            awaitCommitted("my-bot-notices", 1);
            answers.terminate("kcat");
            notices.terminate("kcat");
            answers.awaitEnd();
            notices.awaitEnd();
            assertThat(answers.output().lines()).hasSize(5).allMatch(line -> line.contains("hello"));
            JsonNode notice = JSON.readTree(notices.output());
            assertThat(text(notice, "to")).isEqualTo("+15550100");
            assertThat(text(notice, "text")).startsWith("You are sending messages too quickly.");
        }
    }

    private Child shell(String command) throws IOException {
        return new Child(directory, new ProcessBuilder("sh", "-c", command));
    }

    private String run(String command) throws IOException, InterruptedException {
        try (Child child = shell(command)) {
            child.awaitEnd();
            return child.output();
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    /** A group without offsets begins with what comes from then on. */
    private void awaitReading(String group) {
        try (Admin admin = Admin.create(KafkaClients.admin(settings))) {
            await().atMost(Kafka.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                            .allMatch(description -> description.groupState() == GroupState.STABLE));
        }
    }

    /** All that is read has one key, so its offsets are those of one partition. */
    private void awaitCommitted(String group, long records) {
        try (Admin admin = Admin.create(KafkaClients.admin(settings))) {
            await().atMost(Kafka.PATIENCE).until(() -> committed(admin, group) >= records);
        }
    }

    private static long committed(Admin admin, String group) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .max()
                .orElse(0);
    }
}
