package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.standing.OperatorList;
import io.weirkeeper.lists.FileFormat;
import io.weirkeeper.lists.ListFileWriter;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.ListsOnTopics;
import io.weirkeeper.topics.BrokerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes who is on a list. */
@Command(
        name = "export",
        description = "Writes who is on a list by what operators have said; not penalties, nor what the policy lists.",
        mixinStandardHelpOptions = true)
final class ListExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ListOptions list = new ListOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: standard output, as CSV).")
    private @Nullable Path file;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, BrokerException, FormatException {
        FileFormat format = list.format(file)
                .or(this::ofStandardOutput)
                .orElseThrow(() -> Failure.wrongUse("how is " + file
                        + " to be written? Its name ends neither in .csv nor in .jsonl; say --as csv or --as jsonl"));
        PrintWriter err = spec.commandLine().getErr();
        ListsOnTopics.Read read = read(err);
        ListFileWriter writer = new ListFileWriter(list.kind());
        if (file == null) {
            writer.write(read.entries(), format, spec.commandLine().getOut());
        } else {
            try (Writer out = java.nio.file.Files.newBufferedWriter(file)) {
                writer.write(read.entries(), format, out);
            }
        }
        if (read.unreadable() > 0) {
            err.println("records that nobody can read, the gate neither: " + read.unreadable());
        }
        err.println("weir: " + list.kind().counted(read.entries().size()) + " written");
        return 0;
    }

    private Optional<FileFormat> ofStandardOutput() {
        return file == null ? Optional.of(FileFormat.CSV) : Optional.empty();
    }

    private ListsOnTopics.Read read(PrintWriter err) throws BrokerException, FormatException {
        Settings settings = list.connection().settings();
        ListsOnTopics lists = new ListsOnTopics(settings, Formats.ofCommand(settings), Connection.PATIENCE);
        Progress progress = new Progress("read", err);
        Optional<OperatorList> senders = list.kind().ofSenders();
        ListsOnTopics.Read read = senders.isPresent()
                ? lists.senders(senders.get(), clock.millis(), progress::step)
                : lists.addresses(progress::step);
        progress.clear();
        return read;
    }
}
