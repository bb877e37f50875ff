package io.weirkeeper.bench;

import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * How fast verdicts came, told afterwards by the times at which the broker appended them. So nothing else runs while it is measured,
 * and every verdict is counted.
 */
final class VerdictRate implements AutoCloseable {
    private static final long POLL_MILLIS = 250;
    private static final long QUIET_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 60_000;

    private final int warmUp;
    private final int total;
    private final TopicScan scan;
    private final Map<TopicPartition, Long> start;

    /** From now on. */
    VerdictRate(BenchOptions options, String bootstrapServers, Topics topics) {
        warmUp = options.warmUp;
        total = options.total();
        scan = new TopicScan(
                bootstrapServers,
                Stream.concat(topics.verdicts().stream(), Stream.of(topics.deadLetterMessages()))
                        .toList());
        start = scan.ends();
    }

    /**
     * Waits until all verdicts are there and no more come (markers of transactions count too, hence the quiet time), and
     * answers what the two processes have used since the warm-up.
     */
    ProcessorTime awaitVerdicts(Child stage, Child broker) throws IOException, InterruptedException {
        ProcessorTime first = ProcessorTime.now(0, stage, broker);
        ProcessorTime last = first;
        long quiet = 0;
        while (last.verdicts() < total || quiet < QUIET_MILLIS) {
            Thread.sleep(POLL_MILLIS);
            ProcessorTime now = ProcessorTime.now(verdicts(), stage, broker);
            quiet = now.verdicts() > last.verdicts() ? 0 : quiet + POLL_MILLIS;
            last = quiet == 0 ? now : last;
            first = first.verdicts() < warmUp ? now : first;
            if (!stage.isAlive() || quiet > PATIENCE_MILLIS) {
                throw new IOException("stopped after " + last.verdicts() + " of " + total + " verdicts");
            }
        }
        return last.since(first);
    }

    private long verdicts() {
        return scan.ends().entrySet().stream()
                .mapToLong(end -> end.getValue() - start.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** Messages per second from the last verdict of the warm-up to the last one of all; also counts them on each topic. */
    double perSecond(Map<String, Integer> verdicts) throws IOException {
        long[] times = new long[total];
        int[] count = {0};
        scan.read(start, record -> {
            if (count[0] < total) {
                times[count[0]] = record.timestamp();
            }
            count[0]++;
            verdicts.merge(record.topic(), 1, Integer::sum);
        });
        if (count[0] != total) {
            throw new IOException(total + " messages, but " + count[0] + " verdicts: " + verdicts);
        }
        Arrays.sort(times);
        return 1_000.0 * (total - warmUp) / (times[total - 1] - times[Math.max(0, warmUp - 1)]);
    }

    @Override
    public void close() {
        scan.close();
    }
}
