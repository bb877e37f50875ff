package io.weirkeeper.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Apicurio Registry in memory, on a port of 127.0.0.1 that the system chose, in a process of its own. It ends when it is closed, and
 * also when the process that started it ends in whatever way: its shell waits for the end of what that says, then ends it and
 * deletes its files. A registry that ends by itself leaves its log.
 */
public final class RegistryServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:[0-9]+)");
    private static final String LOG = "registry.log";

    /**
     * The shell ends when the registry has ended. A terminal signals all of its foreground processes at Ctrl-C; here that is ignored,
     * so that somebody is left to end the registry, which ignores it too. No process but the shell's own waits for the end of input:
     * it is to be gone before the number of a registry that has ended can be another's.
     */
    private static final String UNTIL_END_OF_INPUT = """
            trap '' HUP INT QUIT TERM
            directory=$1
            shift
            exec 3<&0
            "$@" 3<&- &
            registry=$!
            {
                while read -r line; do :; done
                touch "$directory/closed"
                kill -9 $registry
            } <&3 3<&- &
            watcher=$!
            wait $registry
            if [ -e "$directory/closed" ]; then
                rm -rf "$directory"
            else
                kill -9 $watcher
            fi
            """;

    private final Process shell;
    private final Path log;

    private RegistryServer(Process shell, Path log) {
        this.shell = shell;
        this.log = log;
    }

    /**
     * Starts it and waits until it answers; it takes about 5 s.
     *
     * @param home where the build has unpacked it
     * @param parent where it gets a directory of its own for its log and its temporary files
     * @throws IOException if it is not there or does not start; the message says why, or names the log
     */
    public static RegistryServer start(Path home, Path parent) throws IOException {
        Path jar = jar(home);
        Path directory = Files.createTempDirectory(parent, "weir-registry-").toAbsolutePath();
        Path log = directory.resolve(LOG);
        Process shell = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        UNTIL_END_OF_INPUT,
                        "registry",
                        directory.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + directory,
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RegistryServer registry = new RegistryServer(shell, log);
        if (!registry.awaitListening()) {
            registry.process().ifPresent(ProcessHandle::destroyForcibly); // not closed: that would delete the log
            registry.awaitEnd();
            throw new IOException("the registry did not start; its log is " + log);
        }
        return registry;
    }

    private boolean awaitListening() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end && !shell.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (listening().find()) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static Path jar(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            try (Stream<Path> files = Files.list(home)) {
                Optional<Path> jar = files.filter(file -> file.toString().endsWith("-runner.jar"))
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get().toAbsolutePath();
                }
            }
        }
        throw new IOException("no registry in " + home + "; ./mvnw dependency:unpack@registry-server puts it there");
    }

    /** Where its Confluent API is, as schema.registry.url wants it. */
    public String url() {
        Matcher listening = listening();
        if (!listening.find()) {
            throw new IllegalStateException("not started");
        }
        return listening.group(1) + "/apis/ccompat/v7";
    }

    /** The process of the registry itself. */
    public long pid() {
        return process().orElseThrow().pid();
    }

    private Optional<ProcessHandle> process() {
        return shell.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst();
    }

    private Matcher listening() {
        try {
            return LISTENING.matcher(Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the kernel would: no goodbye. What was registered is gone. */
    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        awaitEnd();
    }

    private void awaitEnd() throws IOException {
        try {
            if (!shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the registry did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
