package io.weirkeeper.cli;

import io.weirkeeper.service.FormatException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry point of all commands. */
@Command(
        name = "weir",
        description = "Keeps messaging bots from being flooded: a stateful gatekeeper on Kafka.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DevCommand.class,
            RunCommand.class,
            SimulateCommand.class,
            PolicyCommand.class,
            ClassifierCommand.class,
            TopicsCommand.class,
            SchemasCommand.class,
            SendCommand.class,
            TailCommand.class,
            SenderCommand.class,
            ListCommand.class,
            GateCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:good", "1:failed", "2:wrong use, or an invalid policy or settings"})
public final class Weir implements Callable<Integer> {
    private static final String VERBOSE = "--verbose";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = VERBOSE, scope = ScopeType.INHERIT, description = "More in the log, and stack traces.")
    private boolean verbose;

    private Weir() {}

    public static void main(String[] arguments) {
        // Before the first logger is made.
        if (Arrays.asList(arguments).contains(VERBOSE)) {
            System.setProperty("weir.log.level", "DEBUG");
            System.setProperty("weir.log.stack", "ex");
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Weir weir = new Weir();
        return new CommandLine(weir)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> weir.explain(failure, command));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Failure.WRONG_USE;
    }

    private int explain(Exception failure, CommandLine command) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println("weir: " + message);
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        if (failure instanceof FormatException) {
            return Failure.WRONG_USE;
        }
        return failure instanceof Failure known ? known.exitCode() : Failure.FAILED;
    }
}
