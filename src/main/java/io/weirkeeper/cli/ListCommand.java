package io.weirkeeper.cli;

import picocli.CommandLine.Command;

/** The lists that operators keep, as files. */
@Command(
        name = "list",
        description = "Takes whole lists from files, or writes them to files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListImportCommand.class, ListExportCommand.class})
final class ListCommand extends CommandGroup {}
