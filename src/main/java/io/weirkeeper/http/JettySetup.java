package io.weirkeeper.http;

import io.javalin.config.JettyConfig;
import io.weirkeeper.config.HttpSettings;
import java.util.EnumSet;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How Jetty is to run: bounded in everything, and silent about itself. */
record JettySetup(HttpSettings settings) {
    /** For what is answered at once; each reader of a stream has one more. */
    private static final int THREADS = 32;

    private static final int MOST_CONNECTIONS = 1_024;
    private static final int HEADERS = 8 * 1024;
    private static final long STOP_MILLIS = 2_000;
    /** After the end of the server: a connection that is only kept open for the next request has none to wait for. */
    private static final long IDLE_AT_STOP_MILLIS = 50;

    /**
     * Senders may contain a slash, a percent sign or a backslash: these may stand encoded in a path. Routes read the path as it was
     * sent and never as a file's, so nothing can be reached with them. What is ambiguous otherwise stays refused.
     */
    private static final UriCompliance COMPLIANCE = new UriCompliance(
            "weirkeeper",
            EnumSet.of(
                    Violation.AMBIGUOUS_PATH_SEPARATOR,
                    Violation.AMBIGUOUS_PATH_ENCODING,
                    Violation.SUSPICIOUS_PATH_CHARACTERS));

    void apply(JettyConfig jetty) {
        jetty.threadPool = threads();
        jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLIS);
            server.setErrorHandler(new ProblemPages());
        });
        jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new ProblemPages());
            context.getServletHandler().setDecodeAmbiguousURIs(true);
        });
        jetty.modifyHttpConfiguration(this::configure);
        jetty.addConnector(this::connector);
    }

    private QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS + settings.maxListeners(), 4);
        threads.setName("weir-http");
        threads.setDaemon(true);
        return threads;
    }

    private void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(settings.maxUri() + HEADERS);
        http.setUriCompliance(COMPLIANCE);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        configure(http);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.timeout().toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        return connector;
    }
}
