package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.policies.PolicyException;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.streams.BlockedAddresses;
import io.weirkeeper.streams.GateMeter;
import io.weirkeeper.streams.GateTopology;
import io.weirkeeper.streams.Nodes;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.TopicCheck;
import io.weirkeeper.topics.TopicFacts;
import io.weirkeeper.topics.TopicLayout;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate running on a broker. */
public final class GateService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GateService.class);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final Lifecycle lifecycle = new Lifecycle();
    private final Restoring restoring = new Restoring();
    private final LivePolicy policy;

    private GateService(KafkaStreams streams, LivePolicy policy) {
        this.streams = streams;
        this.policy = policy;
    }

    /**
     * Checks the topics and starts the topology.
     *
     * @param startPolicy which policy on the topic to start by; it may publish one
     * @throws BrokerException if no broker answers
     * @throws TopicLayoutException if topics are missing or do not fit together; nothing has been started then
     * @throws FormatException if values cannot be read or written as the settings say; nothing has been started then
     * @throws PolicyException if there is no policy to start by; nothing has been started then
     */
    public static GateService start(Settings settings, Profile profile, StartPolicy startPolicy, Duration patience)
            throws BrokerException, TopicLayoutException, FormatException, PolicyException {
        GateService service = create(settings, profile, startPolicy, GateMeter.NONE, patience);
        service.begin();
        return service;
    }

    /**
     * Checks the topics and makes the topology; nothing runs before {@link #begin}.
     *
     * @param startPolicy which policy on the topic to start by; it may publish one
     * @param meter takes note of what the gates do
     * @throws BrokerException if no broker answers
     * @throws TopicLayoutException if topics are missing or do not fit together
     * @throws FormatException if values cannot be read or written as the settings say
     * @throws PolicyException if there is no policy to start by
     */
    public static GateService create(
            Settings settings, Profile profile, StartPolicy startPolicy, GateMeter meter, Duration patience)
            throws BrokerException, TopicLayoutException, FormatException, PolicyException {
        int partitions = checkedPartitions(settings, patience);
        WireFormat format = Formats.ofService(settings);
        format.prepare();
        LivePolicy policy = policy(settings, startPolicy, patience);
        GateTopology topology = new GateTopology(
                settings.topics(),
                format,
                policy,
                new StoreLayout(settings.longestWindow(), settings.timeBounds()),
                partitions,
                Time.SYSTEM,
                meter);
        policy.tell(meter::policy);
        KafkaStreams streams = new KafkaStreams(topology.get(), StreamsProperties.of(settings, profile));
        GateService service = new GateService(streams, policy);
        service.lifecycle.follow(streams);
        streams.setGlobalStateRestoreListener(service.restoring);
        return service;
    }

    private static LivePolicy policy(Settings settings, StartPolicy startPolicy, Duration patience)
            throws BrokerException, PolicyException {
        try (PolicyPublisher publisher = PolicyAccess.open(settings, patience)) {
            return new LivePolicy(startPolicy.settle(publisher), PolicyAccess.check(settings));
        }
    }

    /** Starts to judge messages. */
    public void begin() {
        streams.start();
    }

    /** How it is. */
    public Health health() {
        List<Health.StreamThread> threads = streams.state().isRunningOrRebalancing()
                ? streams.metadataForLocalThreads().stream()
                        .map(thread -> new Health.StreamThread(thread.threadName(), thread.threadState()))
                        .sorted(Comparator.comparing(Health.StreamThread::name))
                        .toList()
                : List.of();
        return new Health(streams.state().name(), threads, restoring.running());
    }

    /**
     * The blocked addresses as this instance knows them.
     *
     * @throws NotReadyException while they are being read back, and after the end
     */
    public BlockedAddresses blockedAddresses() throws NotReadyException {
        try {
            return new BlockedAddresses(streams.store(StoreQueryParameters.fromNameAndType(
                    Nodes.LISTS, QueryableStoreTypes.<String, byte[]>timestampedKeyValueStore())));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotReadyException("the lists are not there yet: " + e.getMessage(), e);
        }
    }

    /** Shows Kafka Streams to somebody who measures it. */
    public void show(Consumer<KafkaStreams> watcher) {
        watcher.accept(streams);
    }

    private static int checkedPartitions(Settings settings, Duration patience)
            throws BrokerException, TopicLayoutException {
        TopicLayout layout = new TopicLayout(settings.topics());
        try (BrokerTopics broker = new BrokerTopics(KafkaClients.admin(settings), patience)) {
            Map<String, TopicFacts> facts = broker.facts(layout.names());
            List<String> problems = new TopicCheck(layout, KafkaClients.options(settings)).problems(facts);
            if (!problems.isEmpty()) {
                throw new TopicLayoutException(problems);
            }
            return facts.getOrDefault(settings.topics().inboundMessages(), TopicFacts.NONE)
                    .partitions();
        }
    }

    /** The policy by which this instance judges. */
    public LivePolicy policy() {
        return policy;
    }

    /** How often a thread was started again because the schema registry was away. */
    public int restarts() {
        return lifecycle.restarts();
    }

    /** Waits until messages are being judged; false if it failed before. */
    public boolean awaitRunning() throws InterruptedException {
        return lifecycle.awaitRunning();
    }

    /** Waits for the end; false if the gate failed, true if it was closed. */
    public boolean awaitEnd() throws InterruptedException {
        return lifecycle.awaitEnd();
    }

    /**
     * Finishes what has been taken in and stops. The instance leaves its consumer group, so that others, or this one when it is
     * started again, need not wait until its session has run out.
     */
    @Override
    public void close() {
        lifecycle.close();
        CloseOptions options = CloseOptions.timeout(PATIENCE_AT_END)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
        if (!streams.close(options)) {
            LOG.warn("the gate did not stop within {}", PATIENCE_AT_END);
        }
    }
}
