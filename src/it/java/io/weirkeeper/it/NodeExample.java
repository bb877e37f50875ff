package io.weirkeeper.it;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One of examples/responders, in a copy below target/ with the packages that it needs. */
final class NodeExample {
    private static final Path EXAMPLES = Path.of("examples", "responders");
    private static final Path COPIES = Path.of("target", "interop");
    private static final String LOCK = "package-lock.json";

    /** What npm installed last; written when it is done. */
    private static final String INSTALLED = "installed.json";

    /** When this process ends in whatever way, the input of the shell does, and then the responder. */
    private static final String UNTIL_END_OF_INPUT = """
            "$@" &
            responder=$!
            cat > /dev/null
            kill -TERM $responder
            wait $responder
            """;

    private final Path home;
    private final Path logs;

    private NodeExample(Path home, Path logs) {
        this.home = home;
        this.logs = logs;
    }

    /**
     * Installs what package-lock.json says: from npm's cache if that has it, and only once.
     *
     * @param logs where what the processes print is kept
     */
    static NodeExample install(String name, Path logs) throws IOException, InterruptedException {
        Path source = EXAMPLES.resolve(name);
        NodeExample example = new NodeExample(Files.createDirectories(COPIES.resolve(name)), logs);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, example.home.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path installed = example.home.resolve(INSTALLED);
        if (!Files.exists(installed) || Files.mismatch(installed, source.resolve(LOCK)) >= 0) {
            Files.deleteIfExists(installed);
            example.npm();
            Files.copy(source.resolve(LOCK), installed);
        }
        return example;
    }

    private void npm() throws IOException, InterruptedException {
        List<String> install = List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        try (Child npm = new Child(logs, new ProcessBuilder(install).directory(home.toFile()))) {
            if (npm.awaitEnd() != 0) {
                throw new IOException("npm ci failed:\n" + npm.printed());
            }
        } catch (IOException e) {
            throw new IOException("the profile interop needs node and npm on the PATH: " + e.getMessage(), e);
        }
    }

    /** Sends the messages of a file with produce.js, and answers what that printed. */
    String produce(Settings settings, Path messages) throws IOException, InterruptedException {
        ProcessBuilder builder = node(settings, List.of("node", "produce.js")).redirectInput(messages.toFile());
        try (Child produce = new Child(logs, builder)) {
            int end = produce.awaitEnd();
            if (end != 0) {
                throw new IOException("produce.js ended with " + end + ":\n" + produce.printed());
            }
            return produce.output();
        }
    }

    /** Starts respond.js; it stops as after Ctrl-C when its input ends. */
    Child respond(Settings settings, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", UNTIL_END_OF_INPUT, "responder", "node", "respond.js"));
        command.addAll(List.of(options));
        return new Child(logs, node(settings, command));
    }

    private ProcessBuilder node(Settings settings, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("WEIR_KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        builder.environment()
                .put("WEIR_KAFKA_SCHEMA_REGISTRY_URL", settings.kafka().getOrDefault(Formats.REGISTRY_URL, ""));
        builder.environment().put("WEIR_TOPICS_PREFIX", settings.topics().prefix());
        return builder;
    }
}
