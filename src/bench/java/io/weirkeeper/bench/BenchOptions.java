package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code bench/run} takes. */
final class BenchOptions {
    /** How the preloaded messages are spread over the partitions. */
    enum Keys {
        /** By their sender, as Kafka's Java clients do it. */
        SENDER,
        /** Without a key, anywhere. */
        NONE,
        /** Each on a partition that is not its sender's. */
        FOREIGN
    }

    @Option(
            names = "--messages",
            defaultValue = "1000000",
            description = "Messages that are measured (${DEFAULT-VALUE}).")
    int messages;

    @Option(names = "--warm-up", defaultValue = "500000", description = "Messages before those (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(names = "--senders", defaultValue = "200000", description = "Different senders (${DEFAULT-VALUE}).")
    int senders;

    @Option(
            names = "--skew",
            defaultValue = "0.8",
            description = "The k-th sender sends in proportion to k to the minus this (${DEFAULT-VALUE}).")
    double skew;

    @Option(
            names = "--minutes",
            defaultValue = "20",
            description = "The time over which the messages are spread (${DEFAULT-VALUE}).")
    int minutes;

    @Option(names = "--partitions", defaultValue = "1", description = "Of each topic (${DEFAULT-VALUE}).")
    int partitions;

    @Option(names = "--keys", defaultValue = "SENDER", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    Keys keys = Keys.SENDER;

    @Option(
            names = "--guarantees",
            split = ",",
            defaultValue = "AT_LEAST_ONCE,EXACTLY_ONCE",
            description = "${COMPLETION-CANDIDATES}, with commas (${DEFAULT-VALUE}).")
    List<Guarantee> guarantees = List.of();

    @Option(names = "--rounds", defaultValue = "1", description = "How often all is measured (${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--policy",
            defaultValue = "examples/policies/sms-webhook.yaml",
            description = "Of the gate (${DEFAULT-VALUE}).")
    Path policy = Path.of("");

    @Option(names = "--directory", required = true, description = "For topics and state.", hidden = true)
    Path directory = Path.of("");

    @Option(names = "--kafka", description = "A setting of Kafka (name=value) for what is measured; may be repeated.")
    Map<String, String> kafka = Map.of();

    @Option(names = "--jvm-option", description = "For the process that is measured; may be repeated.")
    List<String> jvmOptions = List.of();

    @Option(
            names = "--formats",
            split = ",",
            defaultValue = "JSON",
            description = "Of the values: ${COMPLETION-CANDIDATES}, with commas (${DEFAULT-VALUE}).")
    List<Values> formats = List.of();

    /** How values are written on the topics; each has topics of its own. */
    enum Values {
        JSON,
        /** With a registry beside the broker. */
        AVRO;

        Topics topics() {
            return new Topics(name().toLowerCase(Locale.ROOT) + "-");
        }

        ValueFormat format() {
            return ValueFormat.named(name().toLowerCase(Locale.ROOT));
        }
    }

    int total() {
        return warmUp + messages;
    }

    /** Of an application of its own, with a state of its own. */
    Settings settings(Values values, String applicationId, String bootstrapServers, Guarantee guarantee) {
        Map<String, String> all = new HashMap<>(guarantee.kafka);
        all.putAll(kafka);
        all.put(Settings.BOOTSTRAP_SERVERS, bootstrapServers);
        return settings(values, applicationId, directory.resolve("state-" + applicationId), all);
    }

    static Settings settings(Values values, String applicationId, Path stateDirectory, Map<String, String> kafka) {
        return new Settings(
                applicationId,
                values.topics(),
                Optional.of(values.format()),
                Optional.empty(),
                stateDirectory,
                StoreLayout.DEFAULT_LONGEST_WINDOW,
                TimeBounds.DEFAULT,
                kafka);
    }
}
