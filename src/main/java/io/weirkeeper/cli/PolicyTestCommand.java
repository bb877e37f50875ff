package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.scenario.Comparison;
import io.weirkeeper.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests policies against scenarios. */
@Command(
        name = "test",
        description = {
            "Judges scenarios and says what differs from what they expect.",
            "A scenario is a folder with policy.yaml, trace.jsonl and expected.jsonl."
        },
        mixinStandardHelpOptions = true)
final class PolicyTestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy of scenarios that have no policy.yaml of their own.")
    private @Nullable Path policy;

    @Option(names = "--write", description = "Write the verdicts to expected.jsonl instead of comparing them.")
    private boolean write;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Scenarios, or folders with scenarios at any depth.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> folders;

    private boolean invalid;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int scenarios = 0;
        int failed = 0;
        for (Path folder : folders) {
            for (Scenario scenario : scenarios(folder)) {
                List<String> problems = problems(scenario);
                out.println((problems.isEmpty() ? write ? "wrote   " : "ok      " : "FAILED  ") + scenario.name());
                problems.forEach(problem -> out.println("        " + problem));
                scenarios++;
                failed += problems.isEmpty() ? 0 : 1;
            }
        }
        out.println(scenarios + (scenarios == 1 ? " scenario, " : " scenarios, ") + failed + " failed");
        if (invalid) {
            return Failure.WRONG_USE;
        }
        return failed == 0 ? 0 : Failure.FAILED;
    }

    private static List<Scenario> scenarios(Path folder) throws IOException {
        if (!java.nio.file.Files.isDirectory(folder)) {
            throw Failure.wrongUse("no such folder: " + folder);
        }
        List<Scenario> scenarios = Scenario.in(folder);
        if (scenarios.isEmpty()) {
            throw Failure.wrongUse("no scenario in " + folder + ": no folder there has a trace.jsonl");
        }
        return scenarios;
    }

    private List<String> problems(Scenario scenario) throws IOException {
        if (!java.nio.file.Files.exists(scenario.trace())) {
            return List.of("there is no trace.jsonl");
        }
        boolean own = java.nio.file.Files.exists(scenario.policy());
        if (!own && policy == null) {
            invalid = true;
            return List.of("there is no policy.yaml, and no --policy for scenarios without one");
        }
        PolicyReading reading = new PolicyReader().read(Files.text(own || policy == null ? scenario.policy() : policy));
        if (reading instanceof PolicyReading.Invalid wrong) {
            invalid = true;
            return wrong.problems().stream()
                    .map(problem -> "invalid policy, " + problem)
                    .toList();
        }
        return differences(scenario, ((PolicyReading.Valid) reading).policy());
    }

    private List<String> differences(Scenario scenario, Policy rules) throws IOException {
        Scenario.Run run = scenario.run(rules);
        if (!run.problems().isEmpty()) {
            return run.problems();
        }
        if (write) {
            java.nio.file.Files.writeString(scenario.expected(), run.verdicts());
            return List.of();
        }
        if (!java.nio.file.Files.exists(scenario.expected())) {
            return List.of("there is no expected.jsonl; --write makes it of the verdicts as they are");
        }
        return Comparison.of(Files.text(scenario.expected()), run.verdicts());
    }
}
