package io.weirkeeper.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.weirkeeper.config.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers HTTP requests for a list of routes, and for /openapi.json, which describes them. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Javalin javalin;
    private final String host;

    private HttpServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Listens from now on.
     *
     * @throws HttpSettingsException if the server would be open to others without a write token
     * @throws HttpStartException if it cannot listen there; nothing is left behind then
     */
    public static HttpServer start(HttpSettings settings, Tokens tokens, List<Route> routes)
            throws HttpSettingsException, HttpStartException {
        requireGuarded(settings, tokens);
        HttpServer server;
        try {
            server = listen(settings, tokens, routes);
        } catch (HttpStartException e) {
            // Several gates on one machine: only a port that somebody chose is worth an error.
            if (settings.port() != HttpSettings.DEFAULT_PORT) {
                throw e;
            }
            server = listen(settings.withPort(0), tokens, routes);
        }
        LOG.info("HTTP at {}", server.url());
        return server;
    }

    private static HttpServer listen(HttpSettings settings, Tokens tokens, List<Route> routes)
            throws HttpStartException {
        Dispatch dispatch = new Dispatch(withDocument(routes), new Reception(settings, tokens));
        Javalin javalin = Javalin.create(config -> configure(config, settings, dispatch));
        try {
            javalin.start();
            return new HttpServer(javalin, settings.host());
        } catch (JavalinBindException e) {
            javalin.stop();
            throw new HttpStartException(
                    "port " + settings.port() + " of " + settings.host()
                            + " cannot be had for HTTP, it may be in use; choose another with http.port (WEIR_HTTP_PORT)",
                    e);
        }
    }

    /** A server that others can reach needs a write token. */
    static void requireGuarded(HttpSettings settings, Tokens tokens) throws HttpSettingsException {
        if (tokens.write().isEmpty() && !Loopback.isLoopback(settings.host())) {
            throw new HttpSettingsException(
                    "http.host: " + settings.host()
                            + " is reached by others and needs http.writeToken (WEIR_HTTP_WRITE_TOKEN); or listen on 127.0.0.1");
        }
    }

    private static List<Route> withDocument(List<Route> routes) {
        List<Route> all = new ArrayList<>(routes);
        List<Route> described = List.copyOf(all);
        all.add(OpenApi.route(described));
        return all;
    }

    private static void configure(JavalinConfig config, HttpSettings settings, Dispatch dispatch) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        new JettySetup(settings).apply(config.jetty);
        config.routes.before(dispatch::screen);
        for (Route route : dispatch.routes()) {
            add(config, HandlerType.findOrCreate(route.method().name()), route, dispatch);
            if (route.method() == Method.GET && !route.isStream()) {
                add(config, HandlerType.HEAD, route, dispatch);
            }
        }
        config.routes.exception(HttpResponseException.class, dispatch::miss);
        config.routes.exception(Exception.class, dispatch::fail);
    }

    private static void add(JavalinConfig config, HandlerType method, Route route, Dispatch dispatch) {
        config.routes.addEndpoint(
                new Endpoint(method, route.path().text(), context -> dispatch.answer(route, context)));
    }

    /** The port that was taken. */
    public int port() {
        return javalin.port();
    }

    /** Where it is, for people on this machine. */
    public String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port();
    }

    /** Ends what is being answered, and listens no longer. */
    @Override
    public void close() {
        javalin.stop();
    }
}
