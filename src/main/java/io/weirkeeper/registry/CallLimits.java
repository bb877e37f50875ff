package io.weirkeeper.registry;

import java.time.Duration;

/**
 * How long a call of the registry may take.
 *
 * @param connect to reach one URL
 * @param attempt to get a whole answer from one URL, the connection included
 * @param total for the call, over all URLs and repetitions
 * @param firstPause after each URL has failed once; doubled after each further round
 * @param longestPause the pause is not doubled beyond it
 * @param largestAnswer in bytes; a longer answer is none
 */
public record CallLimits(
        Duration connect,
        Duration attempt,
        Duration total,
        Duration firstPause,
        Duration longestPause,
        int largestAnswer) {

    /** Within 5 s, so that a transaction of 10 s outlives it, and a URL that hangs leaves time for another. */
    public static final CallLimits DEFAULT = new CallLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(50),
            Duration.ofSeconds(1),
            4 * 1024 * 1024);

    public CallLimits {
        positive("connect", connect);
        positive("attempt", attempt);
        positive("total", total);
        positive("firstPause", firstPause);
        positive("longestPause", longestPause);
        if (largestAnswer < 1) {
            throw new IllegalArgumentException("largestAnswer must be at least 1, not " + largestAnswer);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}
