package io.weirkeeper.events.wire;

import static io.weirkeeper.events.wire.Examples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.events.wire.Decoded.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int CASES = 3_000;

    private final WireFormat json = new JsonFormat();
    private final InternalFormat internal = new InternalFormat();

    @Test
    void everyRecordComesBackAsItWas() {
        checkRoundTrips(RandomRecords.SEED);
    }

    @Test
    void oneFormatServesManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                long seed = RandomRecords.SEED + i;
                tasks.add(() -> {
                    checkRoundTrips(seed);
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void checkRoundTrips(long seed) {
        RandomRecords records = new RandomRecords(new Random(seed));
        for (int i = 0; i < CASES; i++) {
            Message message = records.message();
            ControlEvent event = records.control();
            Candidate candidate = records.candidate();
            assertThat(json.message(json.message(message), ORIGIN))
                    .as("seed %d, message %d as JSON", seed, i)
                    .isEqualTo(new Valid<>(message));
            assertThat(json.control(json.control(event), ORIGIN))
                    .as("seed %d, control event %d as JSON", seed, i)
                    .isEqualTo(new Valid<>(event));
            assertThat(internal.message(internal.encode(message)))
                    .as("seed %d, message %d", seed, i)
                    .isEqualTo(message);
            assertThat(internal.control(internal.encode(event)))
                    .as("seed %d, control event %d", seed, i)
                    .isEqualTo(event);
            assertThat(internal.candidate(internal.encode(candidate)))
                    .as("seed %d, candidate %d", seed, i)
                    .isEqualTo(candidate);
        }
    }
}
