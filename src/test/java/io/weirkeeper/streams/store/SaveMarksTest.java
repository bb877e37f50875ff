package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

/** Who reads sees all parts as one decision left them. */
class SaveMarksTest {
    private final SaveMarks marks = new SaveMarks();

    private record Parts(long first, long second) {}

    @Test
    void nothingIsReadThatWasSavedInPart() throws Exception {
        AtomicLong first = new AtomicLong();
        AtomicLong second = new AtomicLong();
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (long i = 1; !enough.get(); i++) {
                long now = i;
                marks.saving("a", () -> {
                    first.set(now);
                    spin(50);
                    second.set(now);
                });
                spin(5_000);
            }
        });
        try {
            for (int i = 0; i < 1_000; i++) {
                Parts parts = marks.reading("a", () -> new Parts(first.get(), second.get()));
                assertThat(parts.first()).isEqualTo(parts.second());
            }
        } finally {
            enough.set(true);
            writer.get();
        }
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void duringASaveNothingIsRead() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> marks.saving("a", () -> {
            begun.countDown();
            try {
                read.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        begun.await();
        try {
            assertThatThrownBy(() -> marks.reading("a", () -> "torn")).isInstanceOf(InvalidStateStoreException.class);
        } finally {
            read.countDown();
            writer.get();
        }
        assertThat(marks.reading("a", () -> "whole")).isEqualTo("whole");
    }
}
