package io.weirkeeper.core.standing;

import java.util.OptionalLong;

/**
 * How long something an operator said holds.
 *
 * @param until epoch milliseconds, exclusive; without it, until it is taken back
 */
public record Term(OptionalLong until) {

    public static final Term UNLIMITED = new Term(OptionalLong.empty());

    /** Whether it holds at that time. */
    public boolean holds(long at) {
        return until.isEmpty() || at < until.getAsLong();
    }
}
