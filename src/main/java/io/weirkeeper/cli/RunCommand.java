package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.Settings;
import io.weirkeeper.http.GateHttp;
import io.weirkeeper.http.HttpSettingsException;
import io.weirkeeper.http.HttpStartException;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.policies.PolicyException;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.Profile;
import io.weirkeeper.service.TopicLayoutException;
import io.weirkeeper.topics.BrokerException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The service. */
@Command(name = "run", description = "Runs the gate on a broker until it is stopped.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "The policy (default: the one in the settings, or the latest that is published). It is published"
                            + " if it differs from that.")
    private @Nullable Path policy;

    @Option(names = "--by", paramLabel = "NAME", description = "Who publishes the policy, if it is new (default: run).")
    private String by = "run";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "exactly-once",
            converter = ProfileName.class,
            description = "exactly-once (default), or low-latency: at least once, without waiting to batch.")
    private Profile profile = Profile.EXACTLY_ONCE;

    @Override
    public Integer call() throws BrokerException, FormatException, InterruptedException {
        Settings settings = connection.settings();
        StartPolicy start = Optional.ofNullable(policy)
                .or(settings::policy)
                .map(file -> Policies.wanted(file, by, new PolicyReader(settings.longestWindow())))
                .orElseGet(StartPolicy.Latest::new);
        try {
            GateHttp.check(settings.http());
            return run(settings, start);
        } catch (HttpSettingsException | PolicyException e) {
            throw Failure.wrongUse(String.valueOf(e.getMessage()));
        } catch (TopicLayoutException | HttpStartException e) {
            throw Failure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** The server listens before the gate begins: a busy port starts nothing, and restoring can be watched. */
    private int run(Settings settings, StartPolicy start)
            throws BrokerException, FormatException, TopicLayoutException, PolicyException, HttpSettingsException,
                    HttpStartException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (Scrape scrape = new Scrape();
                GateService service =
                        GateService.create(settings, profile, start, scrape.gates(), Connection.PATIENCE);
                GateHttp http = GateHttp.start(settings, service, scrape)) {
            service.show(scrape::watch);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                http.close();
                                service.close();
                            },
                            "weir-shutdown"));
            service.begin();
            if (service.awaitRunning()) {
                Logs.showLostConnections();
                err.println("weir: judging " + settings.topics().inboundMessages() + " on "
                        + settings.bootstrapServers() + " by "
                        + Policies.name(service.policy().inForce()) + ", HTTP at " + http.url());
            }
            return service.awaitEnd() ? 0 : Failure.FAILED;
        }
    }
}
