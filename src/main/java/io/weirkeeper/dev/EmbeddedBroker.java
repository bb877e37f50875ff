package io.weirkeeper.dev;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker of one node (KRaft: broker and controller) in this process, for {@code weir dev} and the tests. It
 * listens on 127.0.0.1 only and keeps its data in a directory, where the next start finds it again.
 *
 * <p>All that this project uses of Kafka's internal API is in this class. It puts the node together itself, as {@link
 * KafkaRaftServer} would halt the process when a start fails and would open the ports too late to refuse a busy one.
 * Once it runs, a fatal fault is logged; only a data directory that becomes unusable, for example on a full disk, still
 * makes Kafka halt the process.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(30);

    private final LoopbackSocket clients;

    /** What is to be closed, the latest first. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private final Queue<RuntimeException> fatalFaults = new ConcurrentLinkedQueue<>();

    private EmbeddedBroker(LoopbackSocket clients) {
        this.clients = clients;
        opened.push(clients);
    }

    /**
     * Starts a broker and returns when it answers. The directory is created and formatted if it is new; its data is
     * found again whatever the port was before.
     *
     * @param port where clients connect; 0 for any free port
     * @throws BrokerStartException if the port is busy (then nothing has been written), if the directory cannot be used
     *     or is in use by another broker, or if Kafka does not start; whatever was started has then been stopped
     */
    public static EmbeddedBroker start(Path dataDir, int port) throws BrokerStartException {
        EmbeddedBroker broker = new EmbeddedBroker(LoopbackSocket.bind(port));
        try {
            broker.startIn(dataDir.toAbsolutePath().normalize());
            return broker;
        } catch (BrokerStartException | RuntimeException | Error e) {
            broker.close();
            throw e;
        }
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** The port where clients connect. */
    public int port() {
        return clients.port();
    }

    /** Stops the broker so that its next start is quick, and returns when it has stopped. Closing twice does no harm. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) { // the others are closed all the same
                LOG.warn("The embedded broker did not stop cleanly", e);
            }
        }
    }

    private void startIn(Path dataDir) throws BrokerStartException {
        if (dataDir.toString().contains(",")) { // Kafka would take it for a list of directories
            throw new BrokerStartException("data directory " + dataDir + " must not have a comma in its name");
        }
        LoopbackSocket quorum = LoopbackSocket.bind(0);
        opened.push(quorum);
        opened.push(DirectoryLock.acquire(dataDir));
        // A directory of its own: Kafka takes any directory that it finds in its own for a topic's partition.
        Path logDirectory = dataDir.resolve("kafka");
        try {
            format(logDirectory);
            KafkaConfig config = new KafkaConfig(BrokerSettings.of(logDirectory, port(), quorum.port()), false);
            startNode(config, quorum);
        } catch (Exception e) {
            throw new BrokerStartException("the broker did not start in " + dataDir + ": " + e.getMessage(), e);
        }
    }

    /** Gives a new directory its cluster id. The file that tells is written last: half a formatting is done again. */
    private static void format(Path logDirectory) throws Exception {
        if (Files.exists(logDirectory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE_ID)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(logDirectory.toString())
                .setDirectories(List.of(logDirectory.toString()))
                .run();
    }

    private void startNode(KafkaConfig config, LoopbackSocket quorum) {
        var stored = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared = new SharedServer(
                config,
                stored._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                this::faultHandler,
                (listener, address, backlog, receiveBuffer) ->
                        address.getPort() == quorum.port() ? quorum.channel() : clients.channel());
        opened.push(shared::ensureNotRaftLeader); // ends the threads of a start that failed half-way
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2());
        opened.push(() -> {
            // Its other owner closes this channel too; Kafka would warn of the second time at every stop.
            controller.registrationChannelManager_$eq(null);
            controller.shutdown();
        });
        BrokerServer broker = new BrokerServer(shared);
        opened.push(() -> broker.shutdown(SHUTDOWN_TIMEOUT));
        controller.startup();
        broker.startup();
        failOnFatalFault(); // startup returns as if all were well after some of them
    }

    /** Logs a fault and, unlike Kafka's own handler, does not halt the process if it is a fatal one. */
    private FaultHandler faultHandler(String name, boolean fatal, Runnable action) {
        FaultHandler logging = new LoggingFaultHandler(name, action);
        if (!fatal) {
            return logging;
        }
        return (message, cause) -> {
            RuntimeException fault = logging.handleFault(message, cause);
            fatalFaults.add(fault);
            return fault;
        };
    }

    private void failOnFatalFault() {
        RuntimeException fault = fatalFaults.peek();
        if (fault != null) {
            throw fault;
        }
    }
}
