package io.weirkeeper.scenario;

import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/** A wall clock that stands still until it is moved. */
public final class HandClock implements Time {
    private long now;

    public HandClock(long now) {
        this.now = now;
    }

    @Override
    public long milliseconds() {
        return now;
    }

    @Override
    public long nanoseconds() {
        return now * 1_000_000;
    }

    @Override
    public void sleep(long millis) {
        now += millis;
    }

    @Override
    public void waitObject(Object object, Supplier<Boolean> condition, long deadline) {
        throw new UnsupportedOperationException("nobody waits in these tests");
    }
}
