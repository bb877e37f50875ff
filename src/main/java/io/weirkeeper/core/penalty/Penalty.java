package io.weirkeeper.core.penalty;

import java.util.OptionalLong;

/**
 * A penalty as it was imposed.
 *
 * @param kind what it is
 * @param until epoch milliseconds, exclusive; present for TIMEOUT and BAN and only for them
 * @param strikes what the ledger held when it was imposed
 */
public record Penalty(PenaltyKind kind, OptionalLong until, int strikes) {

    public Penalty {
        boolean ends = kind == PenaltyKind.TIMEOUT || kind == PenaltyKind.BAN;
        if (until.isPresent() != ends) {
            throw new IllegalArgumentException(kind + (ends ? " needs" : " has no") + " until");
        }
    }

    /** Whether it stops messages of that time. */
    public boolean stops(long at) {
        return kind != PenaltyKind.WARNING && (until.isEmpty() || at < until.getAsLong());
    }
}
