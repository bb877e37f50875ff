package io.weirkeeper.core.penalty;

import java.util.OptionalLong;

/**
 * One rung of the ladder: from so many strikes on, this penalty.
 *
 * @param at strikes, at least 1
 * @param kind any but PERMANENT, which has its own place in the policy
 * @param duration milliseconds; present for TIMEOUT and BAN and only for them
 */
public record Rung(int at, PenaltyKind kind, OptionalLong duration) {

    public Rung {
        if (at < 1) {
            throw new IllegalArgumentException("at must be at least 1, not " + at);
        }
        if (kind == PenaltyKind.PERMANENT) {
            throw new IllegalArgumentException("PERMANENT is no rung");
        }
        if (duration.isPresent() == (kind == PenaltyKind.WARNING)) {
            throw new IllegalArgumentException(kind + " with duration " + duration);
        }
    }

    Penalty imposedAt(long time, int strikes) {
        return new Penalty(
                kind,
                duration.isPresent() ? OptionalLong.of(time + duration.getAsLong()) : OptionalLong.empty(),
                strikes);
    }
}
