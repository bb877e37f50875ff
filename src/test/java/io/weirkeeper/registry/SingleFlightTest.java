package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final SingleFlight<String, Integer> flights = new SingleFlight<>();
    private final AtomicInteger fetched = new AtomicInteger();

    @Test
    void nothingIsRemembered() {
        flights.get("a", key -> fetched.incrementAndGet());

        assertThat(flights.get("a", key -> fetched.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void aFailureIsThatOfTheFetchAndNotRememberedEither() {
        assertThatIllegalStateException()
                .isThrownBy(() -> flights.get("a", key -> {
                    throw new IllegalStateException("no " + key);
                }))
                .withMessage("no a");

        assertThat(flights.get("a", key -> 7)).isEqualTo(7);
    }

    @Test
    void oneKeyDoesNotWaitForAnother() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> flights.get("slow", key -> {
            started.countDown();
            await(end);
            return 1;
        }));
        await(started);

        assertThat(flights.get("quick", key -> 2)).isEqualTo(2);

        end.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
