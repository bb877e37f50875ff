package io.weirkeeper.http;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Settings;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyCheck;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.policies.Published;
import io.weirkeeper.query.HttpPeers;
import io.weirkeeper.query.SharedQueries;
import io.weirkeeper.query.Statistics;
import io.weirkeeper.service.ControlDesk;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.NotReadyException;
import io.weirkeeper.service.PolicyAccess;
import io.weirkeeper.streams.BlockedAddresses;
import io.weirkeeper.topics.BrokerException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The HTTP server of one gate: its routes, and what they need of the gate and of the broker. */
public final class GateHttp implements AutoCloseable {
    /** How long an operator waits until the broker has taken a word. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final VerdictFeed feed;
    private final ControlDesk desk;
    private final AtomicBoolean closed = new AtomicBoolean();

    private GateHttp(HttpServer server, VerdictFeed feed, ControlDesk desk) {
        this.server = server;
        this.feed = feed;
        this.desk = desk;
    }

    /**
     * Looks at the settings before anything is started.
     *
     * @throws HttpSettingsException if they contradict each other
     */
    public static void check(HttpSettings settings) throws HttpSettingsException {
        HttpServer.requireGuarded(settings, Tokens.of(settings));
    }

    /**
     * Listens from now on, and tells the service where: the other instances learn it when that begins.
     *
     * @param service begins later; one that runs already is not asked by others
     * @throws HttpSettingsException if the settings contradict each other
     * @throws HttpStartException if it cannot listen; nothing is left behind then
     */
    public static GateHttp start(Settings settings, GateService service, Scrape scrape)
            throws HttpSettingsException, HttpStartException, FormatException {
        Tokens tokens = Tokens.of(settings.http());
        WireFormat format = Formats.ofService(settings);
        ControlDesk desk = new ControlDesk(settings, format, PATIENCE);
        VerdictFeed feed = new VerdictFeed(
                () -> TopicVerdicts.open(settings, format), settings.http().maxListeners());
        HttpPeers peers = new HttpPeers(service);
        GateRoutes routes = new GateRoutes(
                service::health,
                scrape::text,
                desk,
                book(service),
                policies(settings, service),
                feed,
                new Statistics(peers, service.tallies()),
                settings.senderNames(),
                Clock.systemUTC(),
                SharedQueries.of(peers, service, settings.topics().inboundMessages(), Clock.systemUTC()));
        try {
            HttpServer server = HttpServer.start(settings.http(), tokens, routes.all());
            service.answersAt(
                    Advertised.host(settings.http()),
                    settings.http().advertisedPort().orElse(server.port()));
            return new GateHttp(server, feed, desk);
        } catch (HttpSettingsException | HttpStartException | RuntimeException e) {
            feed.close();
            desk.close();
            throw e;
        }
    }

    private static AddressBook book(GateService service) {
        return new AddressBook() {
            @Override
            public Optional<BlockedAddresses.Entry> find(String address) throws NotReadyException {
                return service.blockedAddresses().find(address);
            }

            @Override
            public List<BlockedAddresses.Entry> page(Optional<String> after, int most) throws NotReadyException {
                return service.blockedAddresses().page(after, most);
            }
        };
    }

    private static PolicyBook policies(Settings settings, GateService service) {
        PolicyCheck check = PolicyAccess.check(settings);
        return new PolicyBook() {
            @Override
            public PolicyInForce inForce() {
                return service.policy().inForce();
            }

            @Override
            public PolicyReading validate(String yaml) {
                return check.check(yaml, Optional.of(inForce().policy().keyedBy()));
            }

            @Override
            public Published publish(Draft draft) throws BrokerException {
                try (PolicyPublisher publisher = PolicyAccess.open(settings, PATIENCE)) {
                    return publisher.publish(draft);
                }
            }
        };
    }

    public int port() {
        return server.port();
    }

    /** Where it is, for people on this machine. */
    public String url() {
        return server.url();
    }

    /** Ends the streams, then the server. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            feed.close();
            server.close();
            desk.close();
        }
    }
}
