package io.weirkeeper.bench;

import io.weirkeeper.config.Settings;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.PassThrough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/** What is measured, in a process of its own: the gate as {@code weir run} starts it, or the pass-through. One stream thread. */
final class StageProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As the launcher starts {@code weir run}. */
    private static final List<String> JVM = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:+UseTransparentHugePages",
            "-XX:+UseParallelGC",
            "-Duser.language.format=en",
            "-Duser.country.format=US");

    private StageProcess() {}

    /** What stands between the topics. */
    enum Stage {
        /** A pass-through with Kafka Streams' own settings. */
        PASS_THROUGH,
        /** A pass-through with the settings of the gate. */
        TUNED_PASS_THROUGH,
        GATE
    }

    /** Starts it; it begins to read at once. */
    static Child start(
            Stage stage, Guarantee guarantee, BenchOptions.Values values, BenchOptions options, Settings settings)
            throws IOException {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(options.jvmOptions);
        List<String> arguments = new ArrayList<>(List.of(
                stage.name(),
                guarantee.name(),
                options.policy.toString(),
                settings.applicationId(),
                settings.stateDirectory().toString(),
                values.name()));
        settings.kafka().forEach((name, value) -> arguments.add(name + "=" + value));
        return Child.start(StageProcess.class, jvm, arguments);
    }

    public static void main(String[] args) throws Exception {
        Guarantee guarantee = Guarantee.valueOf(args[1]);
        Map<String, String> kafka = new HashMap<>();
        for (String setting : List.of(args).subList(6, args.length)) {
            kafka.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        Settings settings =
                BenchOptions.settings(BenchOptions.Values.valueOf(args[5]), args[3], Path.of(args[4]), kafka);
        Stage stage = Stage.valueOf(args[0]);
        if (stage == Stage.GATE) {
            StartPolicy policy =
                    new StartPolicy.Wanted(new Draft(Files.readString(Path.of(args[2])), "bench", args[2]));
            try (GateService gate = GateService.start(settings, guarantee.profile, policy, PATIENCE)) {
                Child.serveUntilClosed("");
            }
        } else {
            try (KafkaStreams streams = stage == Stage.PASS_THROUGH
                    ? PassThrough.plain(settings, guarantee.profile)
                    : PassThrough.tuned(settings, guarantee.profile)) {
                streams.start();
                Child.serveUntilClosed("");
            }
        }
    }
}
