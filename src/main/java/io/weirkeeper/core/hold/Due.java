package io.weirkeeper.core.hold;

import java.util.OptionalLong;

/**
 * When something under a key has to be looked at again; epoch milliseconds.
 *
 * @param burst when a burst is over, by the clock of the gate
 * @param queue when a queued message may have its turn or has waited too long, by the present
 */
public record Due(OptionalLong burst, OptionalLong queue) {

    public static final Due NEVER = new Due(OptionalLong.empty(), OptionalLong.empty());
}
