package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.streams.StoreLayout;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What messages wait for while gates are restarted, crash, are added or taken away: as deploy/k8s runs them, under a steady load. */
@Command(name = "bench/restarts", mixinStandardHelpOptions = true, sortOptions = false)
final class Restarts implements Callable<Integer> {
    /** As long as a pod must be ready before the next one is restarted (minReadySeconds). */
    private static final long QUIET_SECONDS = 10;

    private static final long PATIENCE_SECONDS = 900;

    /** What happens to the gates. */
    enum What {
        /** One after the other is stopped in good order and started again. */
        ROLL,
        /** One is killed and started again. */
        CRASH,
        /** One becomes several, and those become one. */
        SCALE
    }

    @Option(names = "--what", defaultValue = "ROLL", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private What what = What.ROLL;

    @Option(names = "--gates", defaultValue = "3", description = "How many at most (${DEFAULT-VALUE}).")
    private int gates;

    @Option(names = "--partitions", defaultValue = "12", description = "Of each topic (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(names = "--rate", defaultValue = "500", description = "Messages a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--senders",
            defaultValue = "200000",
            description = "Each has sent a message before (${DEFAULT-VALUE}).")
    private int senders;

    @Option(
            names = "--env",
            description = "A variable for all gates (NAME=VALUE), over the manifests'; may be repeated.")
    private Map<String, String> environment = Map.of();

    @Option(names = "--directory", required = true, description = "For topics and state.", hidden = true)
    private Path directory = Path.of("");

    private final List<Event> events = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();

    /** Something that happened between two times, epoch milliseconds. */
    private record Event(String name, long from, long to, String detail) {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Restarts())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (Child broker = BrokerProcess.start(directory.resolve("broker"))) {
            Settings settings = settings(broker.answer(), directory);
            BenchTopics.create(settings, partitions, InboundTime.ARRIVAL);
            for (int i = 0; i < gates; i++) {
                pods.add(new Pod("gate-" + i, directory.resolve("gate-" + i), broker.answer(), List.of(), environment));
            }
            try (Group group = new Group(settings);
                    SteadyLoad load =
                            new SteadyLoad(broker.answer(), settings.topics().inboundMessages(), rate, senders)) {
                begin(what == What.SCALE ? pods.subList(0, 1) : pods);
                load.introduceAll();
                group.awaitAllJudged(PATIENCE_SECONDS);
                load.start();
                TimeUnit.SECONDS.sleep(QUIET_SECONDS);
                disturb(group);
                Waits waits = Waits.read(broker.answer(), settings.topics(), load.stop());
                print(waits);
            } finally {
                for (Pod pod : pods) {
                    pod.close();
                }
            }
        }
        return 0;
    }

    /** Under the names that the manifests give. */
    static Settings settings(String bootstrapServers, Path directory) {
        return new Settings(
                "weirkeeper",
                new Topics(""),
                Optional.empty(),
                Optional.empty(),
                directory,
                StoreLayout.DEFAULT_LONGEST_WINDOW,
                TimeBounds.DEFAULT,
                Map.of(Settings.BOOTSTRAP_SERVERS, bootstrapServers));
    }

    private static void begin(List<Pod> pods) throws Exception {
        for (Pod pod : pods) {
            pod.start();
        }
        for (Pod pod : pods) {
            pod.awaitReady();
        }
    }

    private void disturb(Group group) throws Exception {
        happens("quiet", () -> "");
        switch (what) {
            case ROLL -> {
                for (Pod pod : pods) {
                    happens("restart of " + pod.name(), () -> restart(pod));
                }
            }
            case CRASH -> happens("kill -9 of " + pods.get(0).name(), () -> crash(pods.get(0)));
            case SCALE -> {
                happens("1 -> " + gates, () -> grow(group));
                happens(gates + " -> 1", () -> shrink(group));
            }
        }
    }

    private interface Happening {
        String take() throws Exception;
    }

    private void happens(String name, Happening happening) throws Exception {
        long from = System.currentTimeMillis();
        String detail = happening.take();
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        events.add(new Event(name, from, System.currentTimeMillis(), detail));
        Progress.say("%s: %s", name, detail);
    }

    private static String restart(Pod pod) throws Exception {
        long start = System.nanoTime();
        int code = pod.terminate();
        double stopped = seconds(start);
        pod.start();
        pod.awaitReady();
        return String.format(
                Locale.ROOT, "stopped after %.1f s (exit %d), ready again after %.1f s", stopped, code, seconds(start));
    }

    private static String crash(Pod pod) throws Exception {
        long start = System.nanoTime();
        pod.kill();
        pod.start();
        pod.awaitReady();
        return String.format(Locale.ROOT, "ready again after %.1f s", seconds(start));
    }

    private String grow(Group group) throws Exception {
        begin(pods.subList(1, gates));
        long spread = group.awaitSpread(gates, PATIENCE_SECONDS);
        return String.format(Locale.ROOT, "spread %.1f s after all were ready", spread / 1e3);
    }

    private String shrink(Group group) throws Exception {
        long start = System.nanoTime();
        for (Pod pod : pods.subList(1, gates)) {
            pod.terminate();
        }
        group.awaitSpread(1, PATIENCE_SECONDS);
        return String.format(Locale.ROOT, "the one has all partitions after %.1f s", seconds(start));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void print(Waits waits) {
        System.out.printf("%-22s %9s %12s %10s %15s%n", "", "messages", "longest wait", "over 1 s", "in partitions");
        for (Event event : events) {
            Waits.Span span = waits.between(event.from(), event.to());
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %,9d %9.1f s  %8.1f %% %8d of %d  %s%n",
                    event.name(),
                    span.messages(),
                    span.longest() / 1e3,
                    100.0 * span.over() / Math.max(1, span.messages()),
                    span.partitionsOver(),
                    partitions,
                    event.detail());
        }
        System.out.println("every message has exactly one verdict");
    }
}
