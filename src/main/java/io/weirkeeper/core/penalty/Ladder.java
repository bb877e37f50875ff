package io.weirkeeper.core.penalty;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How penalties grow.
 *
 * @param window milliseconds after which a strike is forgotten
 * @param rungs in ascending order of strikes
 * @param permanentAt the number of strikes from which on a subject is stopped for good
 */
public record Ladder(long window, List<Rung> rungs, OptionalInt permanentAt) {

    /** Strikes are kept a week when the policy does not say. */
    public static final long DEFAULT_WINDOW = 7L * 24 * 60 * 60 * 1000;

    /** The longest window, in milliseconds: 30 days. */
    public static final long LONGEST_WINDOW = 30L * 24 * 60 * 60 * 1000;

    /** No penalties: strikes are only written down. */
    public static final Ladder NONE = new Ladder(DEFAULT_WINDOW, List.of(), OptionalInt.empty());

    public Ladder {
        if (window < 1 || window > LONGEST_WINDOW) {
            throw new IllegalArgumentException("window must be 1 ms to 30 d, not " + window + " ms");
        }
        rungs = rungs.stream().sorted(Comparator.comparingInt(Rung::at)).toList();
    }

    /** The penalty for a violation that brings the ledger to so many strikes. */
    public Optional<Penalty> penaltyFor(int strikes, long at) {
        if (permanentAt.isPresent() && strikes >= permanentAt.getAsInt()) {
            return Optional.of(new Penalty(PenaltyKind.PERMANENT, OptionalLong.empty(), strikes));
        }
        return rungs.stream()
                .filter(rung -> rung.at() <= strikes)
                .reduce((lower, higher) -> higher)
                .map(rung -> rung.imposedAt(at, strikes));
    }
}
