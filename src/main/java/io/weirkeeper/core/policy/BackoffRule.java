package io.weirkeeper.core.policy;

import io.weirkeeper.core.limit.Rate;

/**
 * When the provider that delivers the answers refuses too often, the global gate pauses.
 *
 * @param errors so many failed sends are too many
 * @param pause for how long, in milliseconds
 */
public record BackoffRule(Rate errors, long pause) {

    public BackoffRule {
        if (pause < 1) {
            throw new IllegalArgumentException("pause must be at least 1 ms, not " + pause);
        }
    }
}
