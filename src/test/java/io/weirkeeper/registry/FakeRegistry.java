package io.weirkeeper.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of a registry as the client uses, in memory; it can be told to answer something else for once. */
final class FakeRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Else each answer waits 40 ms for the acknowledgement of its own headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new TreeMap<>();
    private final Map<String, String> levels = new TreeMap<>();
    private final Queue<Script> scripts = new ArrayDeque<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> authorizations = new ConcurrentLinkedQueue<>();
    private volatile boolean away;

    /** Takes the place of the registry for one request. */
    @FunctionalInterface
    interface Script {
        void play(HttpExchange exchange) throws IOException;
    }

    FakeRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static FakeRegistry start() throws IOException {
        return new FakeRegistry(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + authority();
    }

    /** The next request that nothing else was planned for is answered so. */
    FakeRegistry then(int status, String body) {
        return then(exchange -> send(exchange, status, body));
    }

    FakeRegistry then(Script script) {
        synchronized (scripts) {
            scripts.add(script);
        }
        return this;
    }

    /** Whether it answers 503 to everything. */
    void setAway(boolean newAway) {
        away = newAway;
    }

    /** Method and path of each request, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The header of each request; empty where there was none. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Puts a schema in as its producer would; its id. */
    synchronized int add(String subject, String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        int id = schemas.indexOf(schema) + 1;
        List<Integer> versions = subjects.computeIfAbsent(subject, key -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        requests.add(exchange.getRequestMethod() + ' ' + exchange.getRequestURI());
        authorizations.add(String.valueOf(exchange.getRequestHeaders()
                .getOrDefault("Authorization", List.of(""))
                .get(0)));
        Script script;
        synchronized (scripts) {
            script = scripts.poll();
        }
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (away) {
                send(exchange, 503, "");
            } else if (script != null) {
                script.play(exchange);
            } else {
                answer(exchange, path.substring(1).split("/"), body);
            }
        }
    }

    private synchronized void answer(HttpExchange exchange, String[] path, JsonNode body) throws IOException {
        String method = exchange.getRequestMethod();
        String subject = path.length > 1 ? URLDecoder.decode(path[1], StandardCharsets.UTF_8) : "";
        String schema = body.path("schema").asText();
        if (path[0].equals("schemas")) {
            int id = Integer.parseInt(path[2]);
            if (id < 1 || id > schemas.size()) {
                send(exchange, 404, error(40403));
            } else {
                send(
                        exchange,
                        200,
                        JSON.createObjectNode()
                                .put("schema", schemas.get(id - 1))
                                .toString());
            }
        } else if (path[0].equals("compatibility")) {
            send(exchange, 200, "{\"is_compatible\": true}");
        } else if (path[0].equals("config") && method.equals("PUT")) {
            levels.put(subject, body.path("compatibility").asText());
            send(exchange, 200, body.toString());
        } else if (path[0].equals("config")) {
            send(
                    exchange,
                    levels.containsKey(subject) ? 200 : 404,
                    levels.containsKey(subject)
                            ? "{\"compatibilityLevel\": \"" + levels.get(subject) + "\"}"
                            : error(40408));
        } else if (method.equals("POST") && path.length == 3) {
            send(exchange, 200, "{\"id\": " + add(subject, schema) + "}");
        } else {
            List<Integer> versions = subjects.getOrDefault(subject, List.of());
            int id = method.equals("GET")
                    ? versions.isEmpty() ? 0 : versions.get(versions.size() - 1)
                    : schemas.indexOf(schema) + 1;
            if (versions.contains(id)) {
                send(exchange, 200, version(subject, id, versions.indexOf(id) + 1));
            } else {
                send(exchange, 404, error(versions.isEmpty() ? 40401 : 40403));
            }
        }
    }

    private String version(String subject, int id, int version) {
        ObjectNode json =
                JSON.createObjectNode().put("subject", subject).put("id", id).put("version", version);
        return json.put("schema", schemas.get(id - 1)).toString();
    }

    static String error(int code) {
        return "{\"error_code\": " + code + ", \"message\": \"no such thing\"}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
