package io.weirkeeper.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process with the class path of this one. It ends when it is closed, and also when this process ends. */
final class Child implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final String answer;

    private Child(Process process, String answer) {
        this.process = process;
        this.answer = answer;
    }

    /** Starts a main class and waits until it says that it is ready. */
    static Child start(Class<?> main, List<String> jvmOptions, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new Child(process, line.substring(READY.length()));
            }
        }
        throw new IOException(main.getSimpleName() + " ended before it was ready");
    }

    /** What the child says when it is ready. */
    String answer() {
        return answer;
    }

    /** Seconds of processor time that it has used. */
    double processorSeconds() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1_000.0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** In the child: says that it is ready, and returns when it is to end. */
    static void serveUntilClosed(String answer) throws IOException {
        System.out.println(READY + answer);
        while (System.in.read() >= 0) {
            // nothing is ever written; the end of the stream is what counts
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
