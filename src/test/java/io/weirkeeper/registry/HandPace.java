package io.weirkeeper.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that moves only by pauses, and when the test moves it. */
final class HandPace implements Pace {
    private final List<Duration> pauses = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1_000_000_000; // overflows soon, as the system's may

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void pause(Duration duration) {
        pauses.add(duration);
        nanos += duration.toNanos();
    }

    synchronized void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
