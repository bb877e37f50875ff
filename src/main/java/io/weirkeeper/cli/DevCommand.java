package io.weirkeeper.cli;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.SettingsReader;
import io.weirkeeper.config.SettingsReading;
import io.weirkeeper.dev.BrokerStartException;
import io.weirkeeper.dev.DemoTraffic;
import io.weirkeeper.dev.DevGate;
import io.weirkeeper.dev.RegistryServer;
import io.weirkeeper.http.GateHttp;
import io.weirkeeper.http.HttpSettingsException;
import io.weirkeeper.http.HttpStartException;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyException;
import io.weirkeeper.policies.StartPolicy;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.TopicLayoutException;
import io.weirkeeper.service.TopicReader;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A broker and the gate in one process, to try things out. */
@Command(
        name = "dev",
        description = "Starts a broker and the gate in one process, with JSON topics, and says what to type next.",
        mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--demo", description = "Send real chat messages, and show the verdicts.")
    private boolean demo;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The broker's port (default: 9092, or a free one if that is in use).")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep topics and state here between runs (default: a temporary directory).")
    private @Nullable Path data;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "The policy (default: the latest in --data, or the preset sms-webhook, 5 messages a minute per"
                            + " sender).")
    private @Nullable Path policy;

    @Option(names = "--avro", description = "Start a schema registry too, and write Avro instead of JSON.")
    private boolean avro;

    DevCommand() {
        this(System.getenv());
    }

    DevCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BrokerException, FormatException, InterruptedException {
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            throw Failure.wrongUse("--port must be 1 to 65535, not " + port);
        }
        HttpSettings http = http();
        if (!DevGate.isAvailable()) {
            throw Failure.failed(
                    "weir dev needs the broker's jars, which this installation leaves out; use a source tree");
        }
        StartPolicy start = policy == null
                ? new StartPolicy.Otherwise(new Draft(Preset.DEFAULT.yaml(), "dev", "the preset sms-webhook"))
                : Policies.wanted(policy, "dev", new PolicyReader());
        if (!avro) {
            return run(start, Optional.empty(), http);
        }
        try (RegistryServer registry = startRegistry()) {
            return run(start, Optional.of(registry.url()), http);
        }
    }

    /** Known to be good before anything is started. */
    private HttpSettings http() {
        SettingsReading reading = SettingsReader.readHttp(environment);
        if (reading instanceof SettingsReading.Invalid invalid) {
            throw Failure.wrongUse("invalid settings\n  " + String.join("\n  ", invalid.problems()));
        }
        HttpSettings http = ((SettingsReading.Valid) reading).settings().http();
        try {
            GateHttp.check(http);
        } catch (HttpSettingsException e) {
            throw Failure.wrongUse(String.valueOf(e.getMessage()));
        }
        return http;
    }

    /** The launcher has unpacked it. */
    private static RegistryServer startRegistry() {
        try {
            return RegistryServer.start(
                    Path.of(System.getProperty("weir.registry", "target/registry")),
                    Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            throw Failure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private int run(StartPolicy start, Optional<String> registryUrl, HttpSettings http)
            throws IOException, BrokerException, FormatException, InterruptedException {
        try (DevGate gate =
                DevGate.start(Optional.ofNullable(data), Optional.ofNullable(port), start, registryUrl, http)) {
            Runtime.getRuntime().addShutdownHook(new Thread(gate::close, "weir-shutdown"));
            Guide.print(
                    spec.commandLine().getOut(),
                    gate.settings(),
                    gate.url(),
                    Policies.name(gate.policy().inForce()));
            if (demo) {
                showDemo(gate);
            }
            return gate.awaitEnd() ? 0 : Failure.FAILED;
        } catch (HttpSettingsException | PolicyException e) {
            throw Failure.wrongUse(String.valueOf(e.getMessage()));
        } catch (BrokerStartException | TopicLayoutException | HttpStartException e) {
            throw Failure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private void showDemo(DevGate gate) throws BrokerException, FormatException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Topics topics = gate.settings().topics();
        VerdictPrinter printer = new VerdictPrinter(topics, Formats.ofCommand(gate.settings()), out);
        List<String> verdicts = topics.verdicts();
        try (TopicReader reader = new TopicReader(
                        KafkaClients.consumer(gate.settings()), verdicts, TopicReader.From.NOW, Connection.PATIENCE);
                DemoTraffic traffic = DemoTraffic.start(gate.settings(), Preset.demoMessages())) {
            while (gate.isRunning() && traffic.isRunning()) {
                reader.poll(WAIT).forEach(printer::print);
            }
        }
    }
}
