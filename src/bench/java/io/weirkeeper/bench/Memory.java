package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import io.weirkeeper.deploy.Manifests;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much memory one gate takes in the container that deploy/k8s gives it, while many senders are counted and while their state is restored. */
@Command(name = "bench/memory", mixinStandardHelpOptions = true, sortOptions = false)
final class Memory implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 1_800;
    private static final long POLL_MILLIS = 500;
    private static final double MIB = 1024 * 1024;

    @Option(names = "--senders", defaultValue = "1000000", description = "Different senders (${DEFAULT-VALUE}).")
    private int senders;

    @Option(names = "--messages", defaultValue = "3", description = "Of each sender (${DEFAULT-VALUE}).")
    private int messages;

    @Option(names = "--partitions", defaultValue = "12", description = "Of each topic (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--env",
            description = "A variable for the gate (NAME=VALUE), over the manifests'; may be repeated.")
    private Map<String, String> environment = Map.of();

    @Option(names = "--directory", required = true, description = "For topics and state.", hidden = true)
    private Path directory = Path.of("");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Memory()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        long limit = Pod.limit(Manifests.one(Manifests.written(Manifests.BASE), "StatefulSet", "weirkeeper"));
        Optional<Container> container = Container.limitedTo(limit);
        Progress.say(
                "a limit of %,.0f MiB, %s",
                limit / MIB, container.isPresent() ? "enforced" : "of which only the JVM is told");
        try (Child broker = BrokerProcess.start(directory.resolve("broker"));
                Pod pod = new Pod(
                        "gate-0",
                        directory.resolve("gate-0"),
                        broker.answer(),
                        container.map(Container::command).orElse(List.of()),
                        environment)) {
            Settings settings = Restarts.settings(broker.answer(), directory);
            BenchTopics.create(settings, partitions, InboundTime.ARRIVAL);
            try (Group group = new Group(settings);
                    SteadyLoad load =
                            new SteadyLoad(broker.answer(), settings.topics().inboundMessages(), 1, senders)) {
                pod.start();
                pod.awaitReady();
                Peak counting = watch(pod, container, () -> {
                    for (int i = 0; i < messages; i++) {
                        load.introduceAll();
                    }
                    group.awaitAllJudged(PATIENCE_SECONDS);
                });
                print("counting " + (long) senders * messages + " messages of " + senders + " senders", counting);
                pod.kill();
                delete(pod.state());
                pod.start();
                print("restoring their state on an empty volume", watch(pod, container, pod::awaitReady));
            }
        } finally {
            if (container.isPresent()) {
                container.get().close();
            }
        }
        return 0;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** The most that was seen, in bytes, and how long the work took. */
    private record Peak(long resident, long workingSet, long anonymous, double seconds) {}

    private static Peak watch(Pod pod, Optional<Container> container, Work work) throws Exception {
        long start = System.nanoTime();
        FutureTask<Boolean> done = new FutureTask<>(() -> {
            work.run();
            return true;
        });
        new Thread(done, "work").start();
        long workingSet = 0;
        long anonymous = 0;
        while (!done.isDone()) {
            if (container.isPresent()) {
                workingSet = Math.max(workingSet, container.get().workingSet());
                anonymous = Math.max(anonymous, container.get().anonymous());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        done.get();
        return new Peak(resident(pod), workingSet, anonymous, (System.nanoTime() - start) / 1e9);
    }

    /** The most that the process had in memory, files that it maps included. */
    private static long resident(Pod pod) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pod.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    private static void print(String what, Peak peak) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f s; most seen: resident %,.0f MiB, working set %,.0f MiB, of it no file's %,.0f MiB%n",
                what,
                peak.seconds(),
                peak.resident() / MIB,
                peak.workingSet() / MIB,
                peak.anonymous() / MIB);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
