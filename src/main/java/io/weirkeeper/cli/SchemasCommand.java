package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.registry.CompatibilityCheck;
import io.weirkeeper.registry.GateSchemas;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The schemas of this release at the registry. */
@Command(
        name = "schemas",
        description = "Holds the Avro schemas of this release against a schema registry.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SchemasCommand extends CommandGroup {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "register",
            description = "Registers the schemas of all topics; those that are there stay as they are.",
            mixinStandardHelpOptions = true)
    int register(@Mixin Connection connection) throws FormatException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        schemas(connection).register((subject, id) -> out.println(subject + " has id " + id));
        return 0;
    }

    @Command(
            name = "check",
            description = "Says whether the schemas may follow those that are registered.",
            mixinStandardHelpOptions = true)
    int check(@Mixin Connection connection) throws FormatException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, CompatibilityCheck> checks = schemas(connection).check();
        checks.forEach((subject, check) -> {
            out.println(subject + (check.compatible() ? " is compatible" : " is not compatible"));
            check.problems().forEach(problem -> out.println("  " + problem));
        });
        return checks.values().stream().allMatch(CompatibilityCheck::compatible) ? 0 : Failure.FAILED;
    }

    private static GateSchemas schemas(Connection connection) throws FormatException, IOException {
        Settings settings = connection.settings();
        return GateSchemas.at(Formats.registrySettings(settings), settings.topics());
    }
}
