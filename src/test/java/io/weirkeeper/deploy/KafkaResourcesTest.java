package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.HandClock;
import io.weirkeeper.scenario.PolicyText;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.TopicSpec;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strimzi makes the topics that the gates need, and lets the gates do what they do; KEDA counts what they have before them. */
class KafkaResourcesTest {
    private static final Topics TOPICS = new Topics("");
    private static final int PARTITIONS = 12;
    private static final Pattern SOURCE = Pattern.compile("Source: \\S+ \\(topics: \\[(\\S+)]\\)");
    private static final Pattern SINK = Pattern.compile("Sink: \\S+ \\(topic: (\\S+)\\)");

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<Manifest> manifests;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Map<String, String> settings;

    @BeforeEach
    void read() throws IOException {
        manifests = Manifests.written(Manifests.PRODUCTION);
        settings = Manifests.settings(Manifests.PRODUCTION);
    }

    @Test
    void theTopicsAreThoseOfTheLayoutWithItsSettings() {
        List<TopicSpec> found = new ArrayList<>();
        manifests.stream()
                .filter(manifest -> manifest.kind().equals("KafkaTopic"))
                .forEach(manifest -> found.add(new TopicSpec(
                        manifest.name(),
                        manifest.content().at("/spec/partitions").asInt(),
                        configs(manifest))));

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(new TopicLayout(TOPICS).specs(PARTITIONS, InboundTime.ARRIVAL));
    }

    /** What is added to the layout's: with three copies, two must have a record. */
    private static Map<String, String> configs(Manifest topic) {
        Map<String, String> configs = new TreeMap<>();
        topic.content()
                .at("/spec/config")
                .properties()
                .forEach(entry -> configs.put(entry.getKey(), entry.getValue().asText()));
        assertThat(topic.text("/spec/replicas")).isEqualTo("3");
        assertThat(configs.remove("min.insync.replicas")).isEqualTo("2");
        return configs;
    }

    @Test
    void theGatesMayReadTheirSourcesAndWriteTheirSinks() {
        Map<String, Set<String>> allowed = allowed("weirkeeper", "topic", "literal");
        String topology = DrivenGate.topology(
                        DrivenGate.live(PolicyText.valid("name: any")),
                        PARTITIONS,
                        StoreLayout.DEFAULT_LONGEST_WINDOW,
                        new HandClock(0))
                .get()
                .describe()
                .toString();
        Set<String> read = found(SOURCE, topology);
        Set<String> written = found(SINK, topology);

        assertThat(read)
                .contains(TOPICS.inboundMessages())
                .allSatisfy(topic -> assertThat(allowed.get(topic)).as(topic).contains("Read"));
        assertThat(written)
                .contains(TOPICS.allowedMessages())
                .allSatisfy(topic -> assertThat(allowed.get(topic)).as(topic).contains("Write"));
        // Operators' words, policies and addresses come over HTTP too, and verdicts are shown there.
        assertThat(List.of(TOPICS.gateControl(), TOPICS.gatePolicies(), TOPICS.gateLists()))
                .allSatisfy(topic -> assertThat(allowed.get(topic)).contains("Read", "Write"));
        assertThat(TOPICS.verdicts())
                .allSatisfy(topic -> assertThat(allowed.get(topic)).contains("Read"));
    }

    @Test
    void theGatesMayCheckTheirTopicsAndChangeNone() {
        Map<String, Set<String>> allowed = allowed("weirkeeper", "topic", "literal");

        assertThat(allowed.keySet()).containsExactlyInAnyOrderElementsOf(new TopicLayout(TOPICS).names());
        assertThat(allowed.values())
                .allSatisfy(operations -> assertThat(operations)
                        .contains("Describe", "DescribeConfigs")
                        .isSubsetOf("Read", "Write", "Describe", "DescribeConfigs"));
        assertThat(allowed.get(TOPICS.inboundMessages())).doesNotContain("Write");
        assertThat(allowed.get(TOPICS.deadLetterMessages())).doesNotContain("Read");
    }

    @Test
    void whatIsNamedAfterTheApplicationBelongsToTheGates() {
        String application = settings.get("WEIR_APPLICATION_ID");

        assertThat(allowed("weirkeeper", "topic", "prefix")).containsOnlyKeys(application + '-');
        assertThat(allowed("weirkeeper", "transactionalId", "prefix")).containsOnlyKeys(application + '-');
        assertThat(allowed("weirkeeper", "group", "literal")).containsOnlyKeys(application + "");
        assertThat(allowed("weirkeeper", "cluster", "literal")).isEmpty();
    }

    @Test
    void kedaLooksAtTheLagOfTheGatesAndStopsAtThePartitions() {
        JsonNode spec =
                Manifests.one(manifests, "ScaledObject", "weirkeeper").content().path("spec");
        JsonNode kafka = spec.at("/triggers/0/metadata");

        assertThat(spec.path("maxReplicaCount").asInt()).isEqualTo(PARTITIONS);
        assertThat(spec.at("/scaleTargetRef/name").asText())
                .isEqualTo(Manifests.one(manifests, "StatefulSet", "weirkeeper").name());
        assertThat(kafka.path("topic").asText()).isEqualTo(TOPICS.inboundMessages());
        assertThat(kafka.path("consumerGroup").asText()).isEqualTo(settings.get("WEIR_APPLICATION_ID"));
        assertThat(kafka.path("bootstrapServers").asText()).isEqualTo(settings.get("WEIR_KAFKA_BOOTSTRAP_SERVERS"));
        assertThat(spec.at("/triggers/0/authenticationRef/name").asText())
                .isEqualTo(Manifests.one(manifests, "TriggerAuthentication", "weirkeeper-scaler")
                        .name());
        assertThat(allowed("weirkeeper-scaler", "topic", "literal"))
                .containsExactly(Map.entry(TOPICS.inboundMessages(), Set.of("Describe")));
    }

    private Map<String, Set<String>> allowed(String user, String type, String pattern) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        Manifests.one(manifests, "KafkaUser", user)
                .list("/spec/authorization/acls")
                .filter(acl -> acl.at("/resource/type").asText().equals(type))
                .filter(acl -> acl.at("/resource/patternType").asText().equals(pattern))
                .forEach(acl -> allowed.put(
                        acl.at("/resource/name").asText(), new TreeSet<>(ComposeFile.texts(acl.path("operations")))));
        return allowed;
    }

    /** Without the repartition topic, whose name begins with the application's. */
    private static Set<String> found(Pattern pattern, String topology) {
        Set<String> topics = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(topology); matcher.find(); ) {
            topics.add(matcher.group(1));
        }
        topics.remove("misplaced-repartition");
        return topics;
    }
}
