package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.simulate.Simulation;
import io.weirkeeper.simulate.Summary;
import io.weirkeeper.simulate.Trace;
import io.weirkeeper.simulate.VerdictLines;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a trace without Kafka. */
@Command(
        name = "simulate",
        description = "Judges a trace of messages without Kafka: verdicts as JSON lines on standard output.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--policy", paramLabel = "FILE", required = true, description = "The policy (YAML).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path policy;

    @Option(names = "--summary", description = "Print counts by verdict and reason instead of the verdicts.")
    private boolean summary;

    @Option(
            names = "--explain",
            description =
                    "Say with each verdict what the sender gate's limits and checks of content had to say when the message came.")
    private boolean explain;

    @Parameters(
            paramLabel = "TRACE",
            arity = "0..1",
            description = "Messages and control events as JSON lines; standard input without it or with -.")
    private @Nullable Path trace;

    @Override
    public Integer call() throws IOException {
        Simulation simulation = new Simulation(Policies.read(policy, new PolicyReader()), TimeBounds.DEFAULT);
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress("judged", err);
        Summary counts = new Summary();
        long[] bad = {0};
        Answers answers = new Answers();
        try (InputStream in = new BufferedInputStream(Files.open(trace), BUFFER);
                OutputStream out = new BufferedOutputStream(System.out, BUFFER);
                VerdictLines lines = new VerdictLines(out)) {
            Trace.read(
                    in,
                    simulation,
                    (line, problem) -> {
                        bad[0]++;
                        progress.clear();
                        err.println("line " + line + ": " + problem);
                    },
                    (message, all) -> {
                        if (explain) {
                            answers.put(message, all.get());
                        }
                    },
                    verdict -> {
                        List<String> checks = answers.take(verdict.message());
                        counts.add(verdict);
                        progress.step();
                        if (!summary) {
                            lines.write(verdict, checks);
                        }
                    });
            if (summary) {
                out.write(counts.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        progress.clear();
        return bad[0] == 0 ? 0 : Failure.FAILED;
    }
}
