package io.weirkeeper.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, to be stopped and killed like one. */
final class WeirProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    private WeirProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static WeirProcess start(Path directory, String... arguments) throws IOException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.weirkeeper.cli.Weir"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new WeirProcess(process, out, err);
    }

    /** Waits until it has printed the text, on whatever stream. */
    WeirProcess awaitPrinted(String text) {
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

    /** As the kernel would: no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
