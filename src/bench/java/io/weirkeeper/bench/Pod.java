package io.weirkeeper.bench;

import io.weirkeeper.deploy.Manifest;
import io.weirkeeper.deploy.Manifests;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code weir run} in a process of its own, with the variables that deploy/k8s gives a pod; addresses, directories and the format are this
 * machine's. It keeps its name, its port and its state when it is started again.
 */
final class Pod implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Path directory;
    private final List<String> before;
    private final Map<String, String> environment;
    private final URI ready;
    private Optional<Process> process = Optional.empty();

    /**
     * @param before what goes before the command, such as a shell that sets limits
     * @param more variables that go over those of the manifests; an empty one takes its away
     */
    Pod(String name, Path directory, String bootstrapServers, List<String> before, Map<String, String> more)
            throws IOException {
        this.name = name;
        this.directory = Files.createDirectories(directory);
        this.before = before;
        int port = freePort();
        this.ready = URI.create("http://127.0.0.1:" + port + "/readyz");
        this.environment = environment(name, directory, port);
        environment.put("WEIR_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        environment.putAll(more);
        environment.values().removeIf(String::isEmpty);
    }

    private static Map<String, String> environment(String name, Path directory, int port) throws IOException {
        Manifest gate = Manifests.one(Manifests.written(Manifests.BASE), "StatefulSet", "weirkeeper");
        Map<String, String> environment = new TreeMap<>(Manifests.settings(Manifests.BASE));
        environment.putAll(gate.environment());
        environment.replaceAll((variable, value) -> value.replace("$(POD_NAME)", name)
                .replace("=/tmp", "=" + directory)
                .replaceAll("^/tmp$", directory.toString()));
        environment.keySet().removeIf(variable -> variable.endsWith("_TOKEN_FILE") || variable.startsWith("POD_"));
        environment.put("WEIR_FORMAT", "json");
        environment.put("WEIR_POLICY", Manifests.BASE.resolve("policy.yaml").toString());
        environment.put("WEIR_STATE_DIRECTORY", directory.resolve("state").toString());
        environment.put("WEIR_HTTP_HOST", "127.0.0.1");
        environment.put("WEIR_HTTP_PORT", Integer.toString(port));
        environment.put("WEIR_HTTP_ADVERTISED_HOST", "127.0.0.1");
        environment.put("WEIR_HTTP_ADVERTISED_PORT", Integer.toString(port));
        // Where there is no container around it, the JVM is told the limit.
        environment.merge("WEIR_JVM_OPTS", " -XX:MaxRAM=" + limit(gate), String::concat);
        return environment;
    }

    /** What the container may take, in bytes. */
    static long limit(Manifest gate) {
        String limit = gate.container().at("/resources/limits/memory").asText();
        return Long.parseLong(limit.substring(0, limit.length() - 2)) << (limit.endsWith("Gi") ? 30 : 20);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String name() {
        return name;
    }

    Path state() {
        return Path.of(environment.getOrDefault("WEIR_STATE_DIRECTORY", ""));
    }

    /**
     * Starts it; does not wait.
     *
     * @throws IllegalStateException if it runs
     */
    void start() throws IOException {
        if (process.isPresent() && process.get().isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of("./weir", "run"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        File log = directory.resolve("log.txt").toFile();
        process = Optional.of(builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start());
    }

    /** Waits until it says that its tasks are running. */
    void awaitReady() throws IOException, InterruptedException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!running().isAlive() || System.nanoTime() > patience) {
                throw new IOException(name + " does not get ready:\n" + Files.readString(directory.resolve("log.txt")));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static boolean isAnswer(HttpResponse<String> response) {
        return response.statusCode() == 200;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return isAnswer(HTTP.send(
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(3)).build(),
                    HttpResponse.BodyHandlers.ofString()));
        } catch (IOException notListening) {
            return false;
        }
    }

    private Process running() {
        return process.orElseThrow();
    }

    long pid() {
        return running().pid();
    }

    /** As Kubernetes does it; answers the exit code. */
    int terminate() throws InterruptedException {
        running().destroy();
        return running().waitFor();
    }

    /** As the kernel does it. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isPresent()) {
            kill();
        }
    }
}
