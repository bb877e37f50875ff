package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.Settings;
import io.weirkeeper.core.policy.Policy;
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

    @Option(names = "--policy", paramLabel = "FILE", description = "The policy (default: the one in the settings).")
    private @Nullable Path policy;

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
        Path file = Optional.ofNullable(policy)
                .or(settings::policy)
                .orElseThrow(() -> Failure.wrongUse("no policy; give one with --policy or in the settings"));
        Policy rules = Policies.read(file, new PolicyReader(settings.longestWindow()));
        PrintWriter err = spec.commandLine().getErr();
        try (GateService service = GateService.start(settings, profile, rules, Connection.PATIENCE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "weir-shutdown"));
            if (service.awaitRunning()) {
                Logs.showLostConnections();
                err.println("weir: judging " + settings.topics().inboundMessages() + " on "
                        + settings.bootstrapServers() + " by " + file);
            }
            return service.awaitEnd() ? 0 : Failure.FAILED;
        } catch (TopicLayoutException e) {
            throw Failure.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
