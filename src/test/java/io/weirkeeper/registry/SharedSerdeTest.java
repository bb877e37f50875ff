package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.weirkeeper.events.InboundMessage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka Streams gives one instance to all threads. */
class SharedSerdeTest {
    private static final int THREADS = 8;
    private static final int RECORDS = 3_000;

    private FakeRegistry registry;
    private RegistrySerde<InboundMessage> serde;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        serde = Registries.serdes(registry).of(InboundMessage.class);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                ends.add(threads.submit(() -> allReturn(thread)));
            }
            for (Future<Boolean> end : ends) {
                assertThat(end.get(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(registry.requests()).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean allReturn(int thread) {
        for (int i = 0; i < RECORDS; i++) {
            InboundMessage message = message(thread + "-" + i, "x".repeat(1 + (thread * 31 + i) % 400));
            if (!serde.decode(serde.encode("inbound-messages", message)).equals(message)) {
                return false;
            }
        }
        return true;
    }

    /** Avro makes the bytes of each text anew: up to two of its lengths. Nothing of the size of a buffer comes on top. */
    @Test
    void writingTakesLittleMoreMemoryThanTheBytes() {
        InboundMessage message = message("m1", "x".repeat(100));
        byte[] bytes = serde.encode("inbound-messages", message);
        long perRecord = allocatedPerRecord(() -> serde.encode("inbound-messages", message));

        assertThat(perRecord).isLessThan(3L * bytes.length + 512);
    }

    private static long allocatedPerRecord(Runnable once) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < RECORDS; i++) {
            once.run();
        }
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < RECORDS; i++) {
            once.run();
        }
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / RECORDS;
    }

    private static InboundMessage message(String id, String body) {
        return new InboundMessage(
                id, "sms", "+1555", "+1556", null, null, null, null, "en", null, body, Instant.EPOCH, Map.of());
    }
}
