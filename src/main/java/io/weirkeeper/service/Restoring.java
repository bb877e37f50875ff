package io.weirkeeper.service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Which stores are being read back, and how far that has come. */
final class Restoring implements StateRestoreListener {
    private final Map<TopicPartition, Health.Restore> running = new ConcurrentHashMap<>();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        running.put(partition, new Health.Restore(store, partition.partition(), 0, Math.max(0, end - start)));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long offset, long restored) {
        running.computeIfPresent(partition, (key, known) -> known.plus(restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        running.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        running.remove(partition);
    }

    List<Health.Restore> running() {
        return running.values().stream()
                .sorted(Comparator.comparing(Health.Restore::store).thenComparing(Health.Restore::partition))
                .toList();
    }
}
