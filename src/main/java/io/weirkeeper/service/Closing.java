package io.weirkeeper.service;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets whoever pauses learn at once that the end has begun. */
final class Closing {
    private final CountDownLatch begun = new CountDownLatch(1);

    void begin() {
        begun.countDown();
    }

    /** Pauses for so long, or until the end begins; whether it has. */
    boolean await(Duration pause) {
        try {
            return begun.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
