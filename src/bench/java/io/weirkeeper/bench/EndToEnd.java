package io.weirkeeper.bench;

import io.weirkeeper.bench.StageProcess.Stage;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.TopicSpec;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.config.TopicConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The gate against a pass-through on a real broker: preloads messages, then lets one after the other work through them. */
@Command(name = "bench/run", mixinStandardHelpOptions = true, sortOptions = false)
final class EndToEnd implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private BenchOptions options = new BenchOptions();

    private final Topics topics = new Topics("");

    public static void main(String[] args) {
        System.exit(new CommandLine(new EndToEnd())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (Child broker = BrokerProcess.start(options.directory.resolve("broker"))) {
            String bootstrapServers = broker.answer();
            createTopics(options.settings("bench", bootstrapServers, Guarantee.EXACTLY_ONCE));
            Progress.say("preloading %,d messages of %,d senders", options.total(), options.senders);
            new Preload(options, topics.inboundMessages()).fill(bootstrapServers);
            Report report = new Report();
            for (int round = 1; round <= options.rounds; round++) {
                for (Guarantee guarantee : options.guarantees) {
                    for (Stage stage : Stage.values()) {
                        measure(stage, guarantee, round, broker, report);
                    }
                }
            }
            report.print();
        }
        return 0;
    }

    private void measure(Stage stage, Guarantee guarantee, int round, Child broker, Report report)
            throws IOException, InterruptedException {
        String bootstrapServers = broker.answer();
        String name = "bench-" + stage + "-" + guarantee + "-" + round;
        Settings settings = options.settings(name, bootstrapServers, guarantee);
        double load = Progress.load();
        try (VerdictRate rate = new VerdictRate(options, bootstrapServers, topics)) {
            ProcessorTime used;
            try (Child child = StageProcess.start(stage, guarantee, options, settings)) {
                used = rate.awaitVerdicts(child, broker);
            }
            Map<String, Integer> verdicts = new TreeMap<>();
            Measured measured = new Measured(rate.perSecond(verdicts), used.stageMicros(), used.brokerMicros());
            Progress.say(
                    "%s: %,.0f/s, %.1f + %.1f us, load before %.1f, %s",
                    name, measured.perSecond(), measured.stageMicros(), measured.brokerMicros(), load, verdicts);
            report.add(stage, guarantee, measured);
        }
        if (stage == Stage.GATE) {
            StateSize.of(bootstrapServers, name).ifPresent(report::add);
        }
    }

    private void createTopics(Settings settings) throws BrokerException {
        try (BrokerTopics broker = new BrokerTopics(KafkaClients.admin(settings), PATIENCE)) {
            broker.createMissing(
                    new TopicLayout(topics)
                            .specs(options.partitions, InboundTime.CREATION).stream()
                                    .map(this::stampedByBroker)
                                    .toList(),
                    Optional.empty());
        }
    }

    /** Verdicts are stamped by the broker when it appends them, which is how the rate is told. */
    private TopicSpec stampedByBroker(TopicSpec spec) {
        if (!List.of(
                        topics.allowedMessages(),
                        topics.blockedMessages(),
                        topics.debouncedMessages(),
                        topics.deadLetterMessages())
                .contains(spec.name())) {
            return spec;
        }
        Map<String, String> configs = new HashMap<>(spec.configs());
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return new TopicSpec(spec.name(), spec.partitions(), configs);
    }
}
