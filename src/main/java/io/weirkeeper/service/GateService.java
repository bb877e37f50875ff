package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.policies.PolicyException;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.streams.BlockedAddresses;
import io.weirkeeper.streams.GateMeter;
import io.weirkeeper.streams.LiveStores;
import io.weirkeeper.streams.Nodes;
import io.weirkeeper.topics.BrokerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate running on a broker. */
public final class GateService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GateService.class);
    static final Duration PATIENCE_AT_END = Duration.ofSeconds(30);

    private final GatePlan plan;
    private final Lifecycle lifecycle = new Lifecycle();
    private final Restoring restoring = new Restoring();
    private final List<Consumer<KafkaStreams>> watchers = new ArrayList<>();
    private final Tallies tallies;
    private volatile Optional<KafkaStreams> streams = Optional.empty();
    private boolean closed;

    private GateService(GatePlan plan) {
        this.plan = plan;
        this.tallies = new StoredTallies(this::stores, plan.topics(), plan.partitions());
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
        return new GateService(GatePlan.of(settings, profile, startPolicy, meter, patience));
    }

    /**
     * Tells the other instances, once this one has begun, where it is to be asked; they learn it with the share of work that it takes.
     * To be said before {@link #begin}: Kafka Streams is made only then, because the server must have its port first. What the operator sets
     * as {@code application.server} goes before it.
     */
    public synchronized void answersAt(String host, int port) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        plan.properties().putIfAbsent(StreamsConfig.APPLICATION_SERVER_CONFIG, name + ":" + port);
    }

    /** Where the other instances ask this one, if they can. */
    public synchronized Optional<String> server() {
        return Optional.ofNullable(plan.properties().getProperty(StreamsConfig.APPLICATION_SERVER_CONFIG));
    }

    /** Starts to judge messages, unless it has been closed. */
    public void begin() {
        Optional<KafkaStreams> made = make();
        try {
            made.ifPresent(KafkaStreams::start);
        } catch (IllegalStateException e) {
            if (!isClosed()) {
                throw e;
            }
        }
    }

    /** Apart from the start, which waits for the global stores and can be ended meanwhile. */
    private synchronized Optional<KafkaStreams> make() {
        if (closed) {
            return Optional.empty();
        }
        KafkaStreams made = new KafkaStreams(plan.topology(), plan.properties());
        lifecycle.follow(made);
        made.setGlobalStateRestoreListener(restoring);
        streams = Optional.of(made);
        watchers.forEach(watcher -> watcher.accept(made));
        return streams;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** How it is. */
    public Health health() {
        return Health.of(streams, restoring.running());
    }

    /**
     * Kafka Streams, for those who ask what the gates know.
     *
     * @throws NotReadyException before the beginning
     */
    public KafkaStreams running() throws NotReadyException {
        return streams.orElseThrow(() -> new NotReadyException("the gate has not begun"));
    }

    /**
     * What the gates of this instance know, read while they judge.
     *
     * @throws NotReadyException before the beginning
     */
    public LiveStores stores() throws NotReadyException {
        return plan.layout().live(running());
    }

    /** How many partitions the inbound topic has, and so how many tasks share the subjects. */
    public int partitions() {
        return plan.partitions().inbound();
    }

    /**
     * The blocked addresses as this instance knows them.
     *
     * @throws NotReadyException while they are being read back, and after the end
     */
    public BlockedAddresses blockedAddresses() throws NotReadyException {
        try {
            return new BlockedAddresses(running()
                    .store(StoreQueryParameters.fromNameAndType(
                            Nodes.LISTS, QueryableStoreTypes.<String, byte[]>timestampedKeyValueStore())));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotReadyException("the lists are not there yet: " + e.getMessage(), e);
        }
    }

    /** What this instance has counted. */
    public Tallies tallies() {
        return tallies;
    }

    /** Shows Kafka Streams to somebody who measures it, as soon as it is there. */
    public synchronized void show(Consumer<KafkaStreams> watcher) {
        watchers.add(watcher);
        streams.ifPresent(watcher);
    }

    /** The policy by which this instance judges. */
    public LivePolicy policy() {
        return plan.policy();
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
     * Finishes what has been taken in and stops. Unless the settings say otherwise the instance leaves its consumer group, so that others,
     * or this one when it is started again, need not wait until its session has run out.
     */
    @Override
    public void close() {
        Optional<KafkaStreams> running = end();
        lifecycle.close();
        if (running.isEmpty()) {
            plan.memory().close();
            lifecycle.neverBegan();
            return;
        }
        if (running.get().close(plan.atStop())) {
            plan.memory().close();
        } else {
            LOG.warn("the gate did not stop within {}", PATIENCE_AT_END);
        }
    }

    private synchronized Optional<KafkaStreams> end() {
        closed = true;
        return streams;
    }
}
