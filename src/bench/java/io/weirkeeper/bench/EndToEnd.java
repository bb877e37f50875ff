package io.weirkeeper.bench;

import io.weirkeeper.bench.BenchOptions.Values;
import io.weirkeeper.bench.StageProcess.Stage;
import io.weirkeeper.config.Settings;
import io.weirkeeper.dev.RegistryServer;
import io.weirkeeper.service.Formats;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The gate against a pass-through on a real broker: preloads messages, then lets one after the other work through them. */
@Command(name = "bench/run", mixinStandardHelpOptions = true, sortOptions = false)
final class EndToEnd implements Callable<Integer> {
    @Mixin
    private BenchOptions options = new BenchOptions();

    private final Map<Values, Report> reports = new EnumMap<>(Values.class);

    public static void main(String[] args) {
        System.exit(new CommandLine(new EndToEnd())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (!options.formats.contains(Values.AVRO)) {
            return run();
        }
        Files.createDirectories(options.directory);
        try (RegistryServer registry = RegistryServer.start(Path.of("target", "registry"), options.directory)) {
            options.kafka = new HashMap<>(options.kafka);
            options.kafka.put(Formats.REGISTRY_URL, registry.url());
            return run();
        }
    }

    private int run() throws Exception {
        try (Child broker = BrokerProcess.start(options.directory.resolve("broker"))) {
            String bootstrapServers = broker.answer();
            for (Values values : options.formats) {
                Settings settings = options.settings(values, "bench", bootstrapServers, Guarantee.EXACTLY_ONCE);
                BenchTopics.create(settings, options.partitions, InboundTime.CREATION);
                Progress.say("preloading %,d messages of %,d senders, %s", options.total(), options.senders, values);
                new Preload(options, settings.topics().inboundMessages(), Formats.ofService(settings))
                        .fill(bootstrapServers);
            }
            for (Values values : options.formats) {
                reports.put(values, new Report());
            }
            for (int round = 1; round <= options.rounds; round++) {
                for (Guarantee guarantee : options.guarantees) {
                    for (Stage stage : Stage.values()) {
                        for (Values values : options.formats) {
                            measure(stage, guarantee, values, round, broker);
                        }
                    }
                }
            }
            reports.forEach((values, report) -> {
                System.out.println(values);
                report.print();
            });
            if (reports.size() > 1) {
                Report.printRatio(reports.get(Values.AVRO), reports.get(Values.JSON));
            }
        }
        return 0;
    }

    private void measure(Stage stage, Guarantee guarantee, Values values, int round, Child broker)
            throws IOException, InterruptedException {
        String bootstrapServers = broker.answer();
        String name = "bench-" + stage + "-" + guarantee + "-" + values + "-" + round;
        Settings settings = options.settings(values, name, bootstrapServers, guarantee);
        Report report = reports.computeIfAbsent(values, of -> new Report());
        double load = Progress.load();
        try (VerdictRate rate = new VerdictRate(options, bootstrapServers, settings.topics())) {
            ProcessorTime used;
            try (Child child = StageProcess.start(stage, guarantee, values, options, settings)) {
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
}
