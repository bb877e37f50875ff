package io.weirkeeper.dev;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.http.GateHttp;
import io.weirkeeper.http.HttpSettingsException;
import io.weirkeeper.http.HttpStartException;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.policies.PolicyException;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.registry.GateSchemas;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.Profile;
import io.weirkeeper.service.TopicLayoutException;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The embedded broker with its topics, and the gate on it. */
public final class DevGate implements AutoCloseable {
    /** Where Kafka is looked for by default. */
    private static final int USUAL_PORT = 9092;

    private static final int ANY_FREE_PORT = 0;
    private static final int PARTITIONS = 3;

    /** After it was killed, the next start waits for no more than this; the shortest that brokers grant. */
    private static final String SESSION_TIMEOUT_MS = "6000";

    private static final String HEARTBEAT_INTERVAL_MS = "1000";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DataDirectory data;
    private final EmbeddedBroker broker;
    private final Settings settings;
    private final Scrape scrape;
    private final GateService service;
    private final GateHttp http;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DevGate(
            DataDirectory data,
            EmbeddedBroker broker,
            Settings settings,
            Scrape scrape,
            GateService service,
            GateHttp http) {
        this.data = data;
        this.broker = broker;
        this.settings = settings;
        this.scrape = scrape;
        this.service = service;
        this.http = http;
    }

    /** Whether the broker's jars are there; an installation for production leaves them out. */
    public static boolean isAvailable() {
        return DevGate.class.getClassLoader().getResource("kafka/server/KafkaConfig.class") != null;
    }

    /**
     * Starts all of it, and waits until messages are being judged.
     *
     * @param directory where topics and state are kept; a temporary one without it
     * @param port the broker's; without it the usual one, or a free one if that is in use
     * @param policy which policy on the topic to start by; it may publish one
     * @param registryUrl where a schema registry is: with it values are Avro, without it JSON
     * @param listening how the HTTP server does
     */
    public static DevGate start(
            Optional<Path> directory,
            Optional<Integer> port,
            StartPolicy policy,
            Optional<String> registryUrl,
            HttpSettings listening)
            throws IOException, BrokerStartException, BrokerException, TopicLayoutException, FormatException,
                    PolicyException, HttpSettingsException, HttpStartException, InterruptedException {
        DataDirectory data = DataDirectory.open(directory);
        try {
            EmbeddedBroker broker = startBroker(data.path(), port);
            try {
                Settings settings = settings(data.path(), broker.bootstrapServers(), registryUrl, listening);
                createTopics(settings);
                if (registryUrl.isPresent()) {
                    // Also those of what comes in: clients in other languages look them up.
                    GateSchemas.at(Formats.registrySettings(settings), settings.topics())
                            .register((subject, id) -> {});
                }
                return judge(data, broker, settings, policy);
            } catch (BrokerException
                    | TopicLayoutException
                    | FormatException
                    | PolicyException
                    | HttpSettingsException
                    | HttpStartException
                    | InterruptedException
                    | RuntimeException e) {
                broker.close();
                throw e;
            }
        } catch (BrokerStartException
                | BrokerException
                | TopicLayoutException
                | FormatException
                | PolicyException
                | HttpSettingsException
                | HttpStartException
                | InterruptedException
                | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static DevGate judge(DataDirectory data, EmbeddedBroker broker, Settings settings, StartPolicy policy)
            throws BrokerException, TopicLayoutException, FormatException, PolicyException, HttpSettingsException,
                    HttpStartException, InterruptedException {
        Scrape scrape = new Scrape();
        GateService service = GateService.create(settings, Profile.EXACTLY_ONCE, policy, scrape.gates(), PATIENCE);
        try {
            GateHttp http = GateHttp.start(settings, service, scrape);
            service.show(scrape::watch);
            service.begin();
            service.awaitRunning();
            return new DevGate(data, broker, settings, scrape, service, http);
        } catch (HttpSettingsException | HttpStartException e) {
            service.close();
            throw e;
        }
    }

    private static EmbeddedBroker startBroker(Path directory, Optional<Integer> port) throws BrokerStartException {
        if (port.isPresent()) {
            return EmbeddedBroker.start(directory, port.get());
        }
        boolean usual = FreePort.isFree(USUAL_PORT);
        return EmbeddedBroker.start(directory, usual ? USUAL_PORT : ANY_FREE_PORT);
    }

    static Settings settings(
            Path directory, String bootstrapServers, Optional<String> registryUrl, HttpSettings listening) {
        Map<String, String> kafka = new HashMap<>(Map.of(
                Settings.BOOTSTRAP_SERVERS,
                bootstrapServers,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SESSION_TIMEOUT_MS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                HEARTBEAT_INTERVAL_MS));
        registryUrl.ifPresent(url -> kafka.put(Formats.REGISTRY_URL, url));
        return new Settings(
                        "weirkeeper-dev",
                        new Topics(""),
                        Optional.of(registryUrl.isPresent() ? new ValueFormat.Avro() : new ValueFormat.Json()),
                        Optional.empty(),
                        directory.resolve("state"),
                        StoreLayout.DEFAULT_LONGEST_WINDOW,
                        TimeBounds.DEFAULT,
                        kafka)
                .withHttp(listening);
    }

    private static void createTopics(Settings settings) throws BrokerException {
        TopicLayout layout = new TopicLayout(settings.topics());
        try (BrokerTopics topics = new BrokerTopics(KafkaClients.admin(settings), PATIENCE)) {
            topics.createMissing(layout.specs(PARTITIONS, InboundTime.ARRIVAL), Optional.empty());
        }
    }

    public Settings settings() {
        return settings;
    }

    /** The policy by which it judges. */
    public LivePolicy policy() {
        return service.policy();
    }

    /** Where the HTTP server is. */
    public String url() {
        return http.url();
    }

    public boolean isRunning() {
        return !closed.get();
    }

    /** Waits for the end; false if the gate failed. */
    public boolean awaitEnd() throws InterruptedException {
        return service.awaitEnd();
    }

    /** Stops the gate, then the broker; a temporary directory is removed. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            http.close();
            service.close();
            scrape.close();
            broker.close();
            data.close();
        }
    }
}
