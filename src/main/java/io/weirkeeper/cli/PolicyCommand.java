package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands about policies. */
@Command(
        name = "policy",
        description = "Checks policy files, and publishes policies while the gate runs.",
        subcommands = PolicyTestCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand extends PolicyTopicCommands {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "validate",
            description = "Says what is wrong with policy files: every problem with its line.",
            mixinStandardHelpOptions = true)
    int validate(@Parameters(paramLabel = "FILE", arity = "1..*", description = "Policies (YAML).") List<Path> files) {
        PrintWriter out = spec.commandLine().getOut();
        PolicyReader reader = new PolicyReader();
        int exitCode = 0;
        for (Path file : files) {
            if (reader.read(Files.text(file)) instanceof PolicyReading.Invalid invalid) {
                out.println(file + ": invalid");
                out.println(Policies.listed(invalid.problems()));
                exitCode = Failure.WRONG_USE;
            } else {
                out.println(file + ": valid");
            }
        }
        return exitCode;
    }
}
