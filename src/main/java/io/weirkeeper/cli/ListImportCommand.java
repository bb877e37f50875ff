package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.lists.FileFormat;
import io.weirkeeper.lists.ListEntry;
import io.weirkeeper.lists.ListFile;
import io.weirkeeper.lists.ListFileReader;
import io.weirkeeper.lists.ListKind;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.ListWriter;
import io.weirkeeper.service.Operators;
import io.weirkeeper.topics.BrokerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts all that a file names on a list, or takes it off. */
@Command(
        name = "import",
        description = "Puts all senders (or addresses) of a file on a list; those that are on it already stay.",
        footer = {
            "",
            "CSV has a header: sender,reason,until or address,reason; only the first is needed. JSONL has an object a line"
                    + " with these fields. All lines are read first: if one is invalid, nothing is written."
        },
        mixinStandardHelpOptions = true)
final class ListImportCommand implements Callable<Integer> {
    private static final int MOST_LINES_TOLD = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ListOptions list = new ListOptions();

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user's name).")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--remove", description = "Takes them off the list instead.")
    private boolean remove;

    @Parameters(index = "1", paramLabel = "FILE", description = "The list; - is standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, BrokerException, FormatException {
        Settings settings = list.connection().settings();
        ListFile read = read();
        List<ListEntry> entries = remove ? read.entries() : lasting(read.entries());
        Progress progress = new Progress("written", err());
        try (ListWriter writer = new ListWriter(settings, Formats.ofCommand(settings), Connection.PATIENCE)) {
            ListWriter.Change change = change(writer);
            for (ListEntry entry : entries) {
                change.make(entry.name(), word(entry));
                progress.step();
            }
            long written = writer.finish();
            progress.clear();
            ListKind kind = list.kind();
            err().println("weir: " + kind.counted(written) + " " + (remove ? kind.left() : kind.entered()));
        }
        return 0;
    }

    private ListFile read() throws IOException {
        FileFormat format = list.format(file)
                .orElseThrow(() -> Failure.wrongUse("how is " + file
                        + " written? Its name ends neither in .csv nor in .jsonl; say --as csv or --as jsonl"));
        ListFile read;
        try (InputStream in = Files.open(file)) {
            read = new ListFileReader(list.kind(), clock.millis()).read(in.readAllBytes(), format);
        }
        tell(read.problems());
        int bad = read.problems().size();
        if (bad > 0) {
            throw Failure.failed(bad + (bad == 1 ? " line is" : " lines are") + " invalid; nothing was written");
        }
        tell(read.repeated());
        return read;
    }

    private void tell(List<String> lines) {
        lines.stream().limit(MOST_LINES_TOLD).forEach(err()::println);
        if (lines.size() > MOST_LINES_TOLD) {
            err().println("and " + (lines.size() - MOST_LINES_TOLD) + " lines more");
        }
    }

    /** Without those whose time is over. */
    private List<ListEntry> lasting(List<ListEntry> entries) {
        long now = clock.millis();
        List<ListEntry> lasting = entries.stream()
                .filter(entry -> entry.until().isEmpty() || entry.until().getAsLong() > now)
                .toList();
        int over = entries.size() - lasting.size();
        if (over > 0) {
            err().println("left out, because their time is over: " + list.kind().counted(over));
        }
        return lasting;
    }

    private ListWriter.Change change(ListWriter writer) {
        return list.kind()
                .ofSenders()
                .map(senders -> remove ? writer.leaving(senders) : writer.entering(senders))
                .orElseGet(() -> remove ? writer.unblockingAddresses() : writer.blockingAddresses());
    }

    private Operators.Word word(ListEntry entry) {
        Optional<String> speaker = Optional.of(by).filter(name -> !name.isEmpty());
        return new Operators.Word(speaker, entry.reason(), remove ? OptionalLong.empty() : entry.until());
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
