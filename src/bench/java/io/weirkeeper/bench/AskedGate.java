package io.weirkeeper.bench;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Settings;
import io.weirkeeper.http.GateHttp;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A gate with its HTTP server in a process of its own, as {@code weir run} starts it. It answers where it listens. */
final class AskedGate {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");

    private AskedGate() {}

    static Child start(Path state, String bootstrapServers, String policy) throws IOException {
        return Child.start(AskedGate.class, JVM, List.of(state.toString(), bootstrapServers, policy));
    }

    public static void main(String[] args) throws Exception {
        Settings settings = BenchOptions.settings(
                        BenchOptions.Values.JSON,
                        "check",
                        Path.of(args[0]),
                        Map.of(Settings.BOOTSTRAP_SERVERS, args[1]))
                .withHttp(HttpSettings.DEFAULT.withPort(0));
        StartPolicy policy = new StartPolicy.Wanted(new Draft(args[2], "bench", "bench/check"));
        try (Scrape scrape = new Scrape();
                GateService gate =
                        GateService.create(settings, Profile.EXACTLY_ONCE, policy, scrape.gates(), PATIENCE);
                GateHttp http = GateHttp.start(settings, gate, scrape)) {
            gate.show(scrape::watch);
            gate.begin();
            gate.awaitRunning();
            Child.serveUntilClosed(http.url());
        }
    }
}
