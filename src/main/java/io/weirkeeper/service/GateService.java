package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.streams.GateTopology;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.TopicCheck;
import io.weirkeeper.topics.TopicFacts;
import io.weirkeeper.topics.TopicLayout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate running on a broker. */
public final class GateService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GateService.class);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final CompletableFuture<Boolean> running = new CompletableFuture<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    private final Closing closing = new Closing();
    private final Restarts restarts = new Restarts(Time.SYSTEM::milliseconds);

    private GateService(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Checks the topics and starts the topology.
     *
     * @throws BrokerException if no broker answers
     * @throws TopicLayoutException if topics are missing or do not fit together; nothing has been started then
     * @throws FormatException if values cannot be read or written as the settings say; nothing has been started then
     */
    public static GateService start(Settings settings, Profile profile, Policy policy, Duration patience)
            throws BrokerException, TopicLayoutException, FormatException {
        int partitions = checkedPartitions(settings, patience);
        WireFormat format = Formats.ofService(settings);
        format.prepare();
        GateTopology topology = new GateTopology(
                settings.topics(),
                format,
                policy,
                new StoreLayout(settings.longestWindow(), settings.timeBounds()),
                partitions,
                Time.SYSTEM);
        KafkaStreams streams = new KafkaStreams(topology.get(), StreamsProperties.of(settings, profile));
        GateService service = new GateService(streams);
        streams.setStateListener((now, before) -> service.changed(now));
        streams.setUncaughtExceptionHandler(service::failed);
        streams.start();
        return service;
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

    private void changed(KafkaStreams.State state) {
        LOG.debug("state {}", state);
        if (state == KafkaStreams.State.RUNNING) {
            running.complete(true);
        } else if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING) {
            running.complete(false);
            end.complete(state == KafkaStreams.State.NOT_RUNNING);
        }
    }

    private StreamThreadExceptionResponse failed(Throwable failure) {
        if (Restarts.mayPass(failure)) {
            Duration pause = restarts.nextPause();
            LOG.warn("a thread stops and starts again in {}: {}", pause, rootMessage(failure));
            return closing.await(pause)
                    ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                    : StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("the gate stops: {}", rootMessage(failure));
        LOG.debug("the gate stops", failure);
        end.complete(false);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString();
    }

    /** How often a thread was started again because the schema registry was away. */
    public int restarts() {
        return restarts.count();
    }

    /** Waits until messages are being judged; false if it failed before. */
    public boolean awaitRunning() throws InterruptedException {
        return await(running);
    }

    /** Waits for the end; false if the gate failed, true if it was closed. */
    public boolean awaitEnd() throws InterruptedException {
        return await(end);
    }

    private static boolean await(CompletableFuture<Boolean> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Finishes what has been taken in and stops. The instance leaves its consumer group, so that others, or this one when it is
     * started again, need not wait until its session has run out.
     */
    @Override
    public void close() {
        closing.begin();
        CloseOptions options = CloseOptions.timeout(PATIENCE_AT_END)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
        if (!streams.close(options)) {
            LOG.warn("the gate did not stop within {}", PATIENCE_AT_END);
        }
    }
}
