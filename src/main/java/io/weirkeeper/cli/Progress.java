package io.weirkeeper.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A line that says how far a long input has come, on a terminal only. */
final class Progress {
    private static final int STEP = 5_000;
    private static final String START_OF_LINE = "\r\033[K";

    private final String done;
    private final PrintWriter out;
    private final boolean shown = Terminal.isInteractive();
    private long count;

    Progress(String done, PrintWriter out) {
        this.done = done;
        this.out = out;
    }

    void step() {
        count++;
        if (shown && count % STEP == 0) {
            out.print(START_OF_LINE + String.format(Locale.ROOT, "%s %,d", done, count));
            out.flush();
        }
    }

    /** Makes room for other lines. */
    void clear() {
        if (shown && count >= STEP) {
            out.print(START_OF_LINE);
            out.flush();
        }
    }
}
