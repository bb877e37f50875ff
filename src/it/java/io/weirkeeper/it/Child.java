package io.weirkeeper.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own, to be stopped and killed like one. What it prints goes to files. */
class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    /** Starts it; what it prints is kept in the directory. */
    Child(Path directory, ProcessBuilder builder) throws IOException {
        out = Files.createTempFile(directory, "out", ".txt");
        err = Files.createTempFile(directory, "err", ".txt");
        process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** Waits until it has printed the text, on whatever stream. */
    Child awaitPrinted(String text) {
        await().atMost(PATIENCE).until(() -> printed().contains(text) || !process.isAlive());
        if (!printed().contains(text)) {
            throw new AssertionError(
                    "ended with " + process.exitValue() + " before it printed \"" + text + "\":\n" + printed());
        }
        return this;
    }

    String printed() {
        try {
            return Files.readString(out) + Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() throws IOException {
        return Files.readString(out);
    }

    String errors() throws IOException {
        return Files.readString(err);
    }

    /** Waits for its end, and answers the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("did not end:\n" + printed());
        }
        return process.exitValue();
    }

    /** As Ctrl-C or a service manager would. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** As a terminal does at Ctrl-C, to the whole group of processes that it leads. */
    void interruptGroup() throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s INT -- -" + process.pid())
                .start()
                .waitFor();
    }

    /** Those that it has started, itself or by others, and that run this program. */
    List<ProcessHandle> started(String program) {
        return process.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/" + program))
                .toList();
    }

    /** Sends the signal to end to what runs this program, be it the process itself or one that it has started. */
    void terminate(String program) {
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(each -> each.info().command().orElse("").endsWith("/" + program))
                .forEach(ProcessHandle::destroy);
    }

    /** As the kernel would: no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Closes its standard input: the end of what it reads. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Ends it and all that it has started. */
    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        kill();
    }
}
