package io.weirkeeper.core.tally;

import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * So many verdicts of each kind.
 *
 * @param debounced by cause; without those that did not occur
 * @param blocked by reason; without those that did not occur
 */
public record Counts(long allowed, Map<Debounced.Cause, Long> debounced, Map<Reason, Long> blocked) {

    public static final Counts NONE = new Counts(0, Map.of(), Map.of());

    public Counts {
        debounced = copy(Debounced.Cause.class, debounced);
        blocked = copy(Reason.class, blocked);
    }

    /** In the order of the constants. */
    private static <E extends Enum<E>> Map<E, Long> copy(Class<E> type, Map<E, Long> counts) {
        Map<E, Long> copy = new EnumMap<>(type);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }

    public long judged() {
        return allowed + total(debounced) + total(blocked);
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share of messages that no responder had to answer, 0 to 1. */
    public double saved() {
        long judged = judged();
        return judged == 0 ? 0 : 1 - (double) allowed / judged;
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                allowed + other.allowed,
                sum(Debounced.Cause.class, debounced, other.debounced),
                sum(Reason.class, blocked, other.blocked));
    }

    private static <E extends Enum<E>> Map<E, Long> sum(Class<E> type, Map<E, Long> some, Map<E, Long> others) {
        Map<E, Long> sum = new EnumMap<>(type);
        sum.putAll(some);
        others.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}
