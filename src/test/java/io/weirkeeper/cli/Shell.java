package io.weirkeeper.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs commands in this process, and keeps what the last one printed. */
public final class Shell {
    private final List<String> always = new ArrayList<>();
    private StringWriter printed = new StringWriter();

    /** Options for every command. */
    public void always(String... options) {
        always.addAll(List.of(options));
    }

    /** Runs a command and answers its exit code. */
    public int run(String... arguments) {
        printed = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(always);
        PrintWriter out = new PrintWriter(printed, true);
        CommandLine line = Weir.commandLine();
        line.setOut(out);
        line.setErr(out);
        return line.execute(all.toArray(String[]::new));
    }

    /** What the last command printed, on either stream. */
    public String printed() {
        return printed.toString();
    }
}
