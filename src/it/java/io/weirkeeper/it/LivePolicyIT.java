package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Settings;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.policies.PolicyCheck;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.policies.Publication;
import io.weirkeeper.policies.Published;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.PolicyAccess;
import io.weirkeeper.service.Profile;
import io.weirkeeper.streams.GateTopology;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.InboundTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Policies that are changed while instances run. */
@Execution(ExecutionMode.CONCURRENT)
class LivePolicyIT {
    private static final int PARTITIONS = 2;
    private static final int SENDERS = 40;
    private static final long PROMISED = Duration.ofSeconds(2).toMillis();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveTopics() throws Exception {
        settings = Kafka.settings(directory.resolve("a"));
        Kafka.createTopics(settings, PARTITIONS, InboundTime.ARRIVAL);
    }

    @Test
    void twoInstancesSwitchUnderLoadAndEveryMessageGetsOneVerdict() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        try (GateService a = Gates.start(settings, "limits: [{id: few, per: [sender], allow: 5 per 1h}]");
                GateService b = GateService.start(
                        Kafka.withState(settings, directory.resolve("b")),
                        Profile.EXACTLY_ONCE,
                        new StartPolicy.Latest(),
                        Kafka.PATIENCE);
                Outbox outbox = new Outbox(settings)) {
            assertThat(b.awaitRunning()).isTrue();
            Kafka.awaitInstances(settings, 2);
            CompletableFuture<List<String>> load = CompletableFuture.supplyAsync(() -> load(sent, enough));
            await().atMost(Kafka.PATIENCE).until(() -> sent.get() >= 10 * SENDERS);
            Kafka.awaitTaken(settings, 5 * SENDERS);

            long published = publish(
                    "name: strict\nblocked: {senders: [s0]}\nlimits: [{id: few, per: [sender], allow: 1 per 1h}]");
            long start = System.nanoTime();
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(Duration.ofMillis(PROMISED))
                    .until(() -> Stream.of(a, b)
                            .allMatch(gate -> gate.policy().inForce().policy().version() == 2));
            long known = (System.nanoTime() - start) / 1_000_000;
            int atSwitch = sent.get();
            await().atMost(Kafka.PATIENCE).until(() -> sent.get() >= atSwitch + 10 * SENDERS);
            enough.set(true);
            List<String> ids = load.join();
            outbox.awaitEnded(ids.size());

            assertThat(outbox.judgedIds()).hasSameSizeAs(ids);
            assertThat(new HashSet<>(outbox.judgedIds())).isEqualTo(new HashSet<>(ids));
            List<JsonNode> verdicts = verdicts(outbox);
            long last = verdicts.stream()
                    .filter(verdict -> verdict.path("policyVersion").asLong() == 1)
                    .mapToLong(LivePolicyIT::decidedAt)
                    .max()
                    .orElseThrow();
            System.err.println("known to both after " + known + " ms; last verdict by the old policy "
                    + (last - published) + " ms after it was published; " + ids.size() + " messages");
            assertThat(last - published).isLessThan(PROMISED);
            assertThat(sendersBy(verdicts, 2)).hasSize(SENDERS);
            assertThat(outbox.blocked())
                    .filteredOn(
                            verdict -> verdict.at("/message/sender").asText().equals("s0"))
                    .filteredOn(verdict -> verdict.path("policyVersion").asLong() == 2)
                    .isNotEmpty()
                    .allSatisfy(verdict ->
                            assertThat(verdict.path("reason").asText()).isEqualTo("BLOCKLISTED"));
            // What was counted by the first policy is counted by the second.
            assertThat(outbox.allowed())
                    .filteredOn(verdict -> verdict.path("policyVersion").asLong() == 2)
                    .isEmpty();
        }
    }

    private static List<JsonNode> verdicts(Outbox outbox) {
        return Stream.concat(outbox.allowed().stream(), outbox.blocked().stream())
                .toList();
    }

    private static long decidedAt(JsonNode verdict) {
        return Instant.parse(verdict.path("decidedAt").asText()).toEpochMilli();
    }

    private static Set<String> sendersBy(List<JsonNode> verdicts, long version) {
        return verdicts.stream()
                .filter(verdict -> verdict.path("policyVersion").asLong() == version)
                .map(verdict -> verdict.at("/message/sender").asText())
                .collect(Collectors.toSet());
    }

    /** A message of every sender, again and again; answers the ids. */
    private List<String> load(AtomicInteger sent, AtomicBoolean enough) {
        List<String> ids = new ArrayList<>();
        try (Inbox inbox = new Inbox(settings)) {
            while (!enough.get()) {
                for (int s = 0; s < SENDERS; s++) {
                    String id = "m" + ids.size();
                    inbox.send("s" + s, "{\"id\":\"%s\",\"sender\":\"s%d\",\"body\":\"text %s\"}".formatted(id, s, id));
                    ids.add(id);
                }
                inbox.flush();
                sent.set(ids.size());
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        return ids;
    }

    /** Publishes; answers when it was there. */
    private long publish(String yaml) throws Exception {
        try (PolicyPublisher publisher = PolicyAccess.open(settings, Kafka.PATIENCE)) {
            assertThat(publisher.publish(new Draft(yaml, "it", ""))).isInstanceOf(Published.Anew.class);
            return System.currentTimeMillis();
        }
    }

    @Test
    void twoInstancesThatStartAtOnceWithTheSameFilePublishOneVersion() throws Exception {
        String yaml = "name: same";
        List<CompletableFuture<GateService>> starts = new ArrayList<>();
        for (String state : List.of("a", "b")) {
            Settings own = Kafka.withState(settings, directory.resolve(state));
            starts.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return Gates.start(own, yaml);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        try (GateService a = starts.get(0).join();
                GateService b = starts.get(1).join();
                PolicyPublisher publisher = PolicyAccess.open(settings, Kafka.PATIENCE)) {
            assertThat(publisher.history().all())
                    .extracting(Publication::version)
                    .containsExactly(1L);
            assertThat(a.policy().inForce().policy().version()).isEqualTo(1);
            assertThat(b.policy().inForce().policy().version()).isEqualTo(1);
        }
    }

    @Test
    void aRestartKeepsTheVersionAndSeesWhatWasPublishedMeanwhile() throws Exception {
        try (GateService first = Gates.start(settings, "name: one")) {
            assertThat(first.policy().inForce().policy().version()).isEqualTo(1);
        }
        publish("name: two");
        try (GateService again =
                GateService.start(settings, Profile.EXACTLY_ONCE, new StartPolicy.Latest(), Kafka.PATIENCE)) {
            assertThat(again.awaitRunning()).isTrue();
            assertThat(again.policy().inForce().policy().name()).isEqualTo("two");
            publish("name: three");
            await().atMost(Kafka.PATIENCE)
                    .until(() -> again.policy().inForce().policy().version() == 3);
        }
    }

    /** What comes between a look at the topic and the start of the streams is not lost: restored records are seen too. */
    @Test
    void whatIsOnTheTopicBeforeTheStreamsStartReachesTheLivePolicy() throws Exception {
        publish("name: one");
        publish("name: two");
        PolicyCheck check = PolicyAccess.check(settings);
        Policy file = ((PolicyReading.Valid) check.check("name: file", Optional.empty())).policy();
        LivePolicy live = new LivePolicy(PolicyInForce.ofFile(file), check);
        GateTopology topology = new GateTopology(
                settings.topics(),
                new JsonFormat(),
                live,
                new StoreLayout(settings.longestWindow(), settings.timeBounds()),
                PARTITIONS,
                Time.SYSTEM);
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        try (KafkaStreams streams = new KafkaStreams(topology.get(), properties)) {
            streams.start();
            await().atMost(Kafka.PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);

            assertThat(live.inForce().policy().name()).isEqualTo("two");
        }
    }

    @Test
    void fiftyThousandKeywordsAndFiftyThousandDomainsAreOnePolicy() throws Exception {
        String yaml = IntStream.range(0, 50_000)
                        .mapToObj(i -> "    - {id: k" + i + ", text: \"free money " + i + "\", severity: high}\n")
                        .collect(Collectors.joining(
                                "", "content:\n  keywords:\n", "  links:\n    max: 0\n    trustedDomains:\n"))
                + IntStream.range(0, 50_000)
                        .mapToObj(i -> "      - shop-" + i + ".example\n")
                        .collect(Collectors.joining());
        try (GateService gate = Gates.start(settings, "name: small");
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            long began = System.nanoTime();
            publish(yaml);
            long there = System.nanoTime();
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(Kafka.PATIENCE)
                    .until(() -> gate.policy().inForce().policy().version() == 2);
            System.err.println(yaml.length() + " characters: published in " + (there - began) / 1_000_000
                    + " ms, in force " + (System.nanoTime() - there) / 1_000_000 + " ms later");
            inbox.send("a", "{\"id\":\"1\",\"sender\":\"a\",\"body\":\"get free money 49999 now\"}");
            inbox.send("b", "{\"id\":\"2\",\"sender\":\"b\",\"body\":\"see https://shop-49999.example/x\"}");
            inbox.send("c", "{\"id\":\"3\",\"sender\":\"c\",\"body\":\"see https://shop-50000.example/x\"}");
            inbox.flush();
            outbox.awaitEnded(3);

            assertThat(outbox.allowed())
                    .extracting(verdict -> verdict.at("/message/id").asText())
                    .containsExactly("2");
            assertThat(outbox.blocked())
                    .extracting(verdict -> verdict.path("rule").asText())
                    .containsExactlyInAnyOrder("k49999", "links");
        }
    }
}
