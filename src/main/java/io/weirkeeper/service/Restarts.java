package io.weirkeeper.service;

import io.weirkeeper.registry.RegistryUnavailable;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a stream thread that failed is worth starting again, and after how long. It is, when only the schema registry was away:
 * nothing was committed, so nothing is lost. The pause doubles with each failure, and is short again after some quiet.
 */
final class Restarts {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMinutes(2);

    private final LongSupplier clock;
    private Duration pause = SHORTEST;
    private long lastFailure = Long.MIN_VALUE;
    private int count;

    /**
     * @param clock epoch milliseconds
     */
    Restarts(LongSupplier clock) {
        this.clock = clock;
    }

    /** Whether the same record may well be read in a while. */
    static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailable) {
                return true;
            }
        }
        return false;
    }

    /** How long to wait before the next start. */
    synchronized Duration nextPause() {
        long now = clock.getAsLong();
        if (lastFailure == Long.MIN_VALUE || now - lastFailure > QUIET.toMillis()) {
            pause = SHORTEST;
        }
        lastFailure = now;
        count++;
        Duration next = pause;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return next;
    }

    /** How often a pause was asked for. */
    synchronized int count() {
        return count;
    }
}
