package io.weirkeeper.registry;

import java.time.Duration;

/** Time as calls see it; tests put their own in its place. */
interface Pace {
    Pace SYSTEM = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    };

    /** Nanoseconds since some moment; only differences mean something. */
    long nanos();

    void pause(Duration duration) throws InterruptedException;
}
