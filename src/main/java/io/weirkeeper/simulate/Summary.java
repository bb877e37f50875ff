package io.weirkeeper.simulate;

import io.weirkeeper.core.tally.Counts;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts verdicts, and tells what share of responses was saved. */
public final class Summary {
    private long allowed;
    private final Map<Debounced.Cause, Long> debounced = new EnumMap<>(Debounced.Cause.class);
    private final Map<Reason, Long> blocked = new EnumMap<>(Reason.class);

    public void add(Verdict verdict) {
        if (verdict instanceof Allowed) {
            allowed++;
        } else if (verdict instanceof Debounced replaced) {
            debounced.merge(replaced.cause(), 1L, Long::sum);
        } else if (verdict instanceof Blocked stopped) {
            blocked.merge(stopped.reason(), 1L, Long::sum);
        }
    }

    /** The share of messages that no responder had to answer, 0 to 1. */
    public double saved() {
        return counts().saved();
    }

    private Counts counts() {
        return new Counts(allowed, debounced, blocked);
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A line for each verdict and reason. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        row(table, "judged", counts().judged());
        row(table, "ALLOWED", allowed);
        rows(table, "DEBOUNCED", debounced);
        rows(table, "BLOCKED", blocked);
        return table.append(String.format(Locale.ROOT, "%-20s %11.1f %%%n", "saved", 100 * saved()))
                .toString();
    }

    private static void rows(StringBuilder table, String name, Map<?, Long> counts) {
        row(table, name, total(counts));
        counts.forEach((reason, count) -> row(table, "  " + reason, count));
    }

    private static void row(StringBuilder table, String name, long count) {
        table.append(String.format(Locale.ROOT, "%-20s %,11d%n", name, count));
    }
}
