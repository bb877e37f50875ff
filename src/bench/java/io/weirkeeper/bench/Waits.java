package io.weirkeeper.bench;

import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * How long the messages of a steady load waited for their verdicts, from the append of the one to the append of the other, in milliseconds
 * of the broker's clock; and that each of them has one verdict.
 */
final class Waits {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LONG = 1_000;

    private final long[] sent;
    private final int[] partition;
    private final long[] judged;

    /** What the messages of a span of time waited. */
    record Span(long messages, long longest, long over, int partitionsOver) {}

    private Waits(int messages) {
        sent = new long[messages];
        partition = new int[messages];
        judged = new long[messages];
    }

    /** Reads everything, until there is a verdict for each of so many messages. */
    static Waits read(String bootstrapServers, Topics topics, int messages) throws IOException, InterruptedException {
        Waits waits = new Waits(messages);
        try (TopicScan inbound = new TopicScan(bootstrapServers, List.of(topics.inboundMessages()));
                TopicScan verdicts = new TopicScan(bootstrapServers, topics.verdicts())) {
            inbound.read(Map.of(), waits::sent);
            long patience = System.nanoTime() + PATIENCE.toNanos();
            for (int count = 0; count < messages; count = waits.readVerdicts(verdicts)) {
                if (System.nanoTime() > patience) {
                    throw new IOException(messages + " messages, but only " + count + " verdicts");
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
        return waits;
    }

    private void sent(ConsumerRecord<byte[], byte[]> record) {
        Header number = record.headers().lastHeader(SteadyLoad.NUMBER);
        if (number != null) {
            int message = ByteBuffer.wrap(number.value()).getInt();
            sent[message] = record.timestamp();
            partition[message] = record.partition();
        }
    }

    private int readVerdicts(TopicScan verdicts) throws IOException {
        Map<Integer, Integer> seen = new HashMap<>();
        verdicts.read(Map.of(), record -> {
            Header number = record.headers().lastHeader(SteadyLoad.NUMBER);
            if (number != null) {
                int message = ByteBuffer.wrap(number.value()).getInt();
                judged[message] = record.timestamp();
                seen.merge(message, 1, Integer::sum);
            }
        });
        long twice = seen.values().stream().filter(count -> count > 1).count();
        if (twice > 0) {
            throw new IOException(twice + " messages have more than one verdict");
        }
        return seen.size();
    }

    /** Of the messages that were sent between these times, epoch milliseconds. */
    Span between(long from, long to) {
        long messages = 0;
        long longest = 0;
        long over = 0;
        TreeSet<Integer> partitions = new TreeSet<>();
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] >= from && sent[i] < to) {
                long wait = judged[i] - sent[i];
                messages++;
                longest = Math.max(longest, wait);
                if (wait > LONG) {
                    over++;
                    partitions.add(partition[i]);
                }
            }
        }
        return new Span(messages, longest, over, partitions.size());
    }
}
