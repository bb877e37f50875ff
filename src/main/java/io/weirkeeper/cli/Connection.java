package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.SettingsReader;
import io.weirkeeper.config.SettingsReading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the broker and the topics are. */
public final class Connection {
    /** How long a command waits for a broker. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings (YAML). Environment variables WEIR_* override them.")
    private @Nullable Path config;

    @Option(
            names = {"-b", "--bootstrap-server"},
            paramLabel = "HOST:PORT",
            description = "Where the broker is (default: localhost:9092).")
    private @Nullable String bootstrapServer;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            description = "Put before the name of every topic (default: none).")
    private @Nullable String topicPrefix;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How values are written on the topics: avro, json, or the class name of a serde"
                    + " (default: avro if schema.registry.url is set, else json; run: avro).")
    private @Nullable String format;

    /** The settings from the file, the environment and the options, in ascending order of precedence. */
    public Settings settings() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (bootstrapServer != null) {
            environment.put("WEIR_KAFKA_BOOTSTRAP_SERVERS", bootstrapServer);
        }
        if (topicPrefix != null) {
            environment.put("WEIR_TOPICS_PREFIX", topicPrefix);
        }
        if (format != null) {
            environment.put("WEIR_FORMAT", format);
        }
        SettingsReading reading =
                SettingsReader.read(Optional.ofNullable(config).map(Files::text), environment);
        if (reading instanceof SettingsReading.Valid valid) {
            return valid.settings();
        }
        SettingsReading.Invalid invalid = (SettingsReading.Invalid) reading;
        throw Failure.wrongUse("invalid settings" + (config == null ? "" : " in " + config) + "\n  "
                + String.join("\n  ", invalid.problems()));
    }
}
