package io.weirkeeper.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/**
 * How the gate is.
 *
 * @param state of Kafka Streams
 * @param restoring the stores that are being read back
 */
public record Health(String state, List<StreamThread> threads, List<Restore> restoring) {
    private static final String RUNNING = "RUNNING";
    private static final List<String> ENDED = List.of("PENDING_SHUTDOWN", "PENDING_ERROR", "ERROR", "NOT_RUNNING");

    /** A thread that judges messages. */
    public record StreamThread(String name, String state) {}

    /** A store that is being read back, in records. */
    public record Restore(String store, int partition, long done, long total) {
        Restore plus(long more) {
            return new Restore(store, partition, done + more, total);
        }
    }

    public Health {
        threads = List.copyOf(threads);
        restoring = List.copyOf(restoring);
    }

    /** How Kafka Streams is, which may not be there yet. */
    static Health of(Optional<KafkaStreams> streams, List<Restore> restoring) {
        KafkaStreams.State state = streams.map(KafkaStreams::state).orElse(KafkaStreams.State.CREATED);
        List<StreamThread> threads = streams.isPresent() && state.isRunningOrRebalancing()
                ? streams.get().metadataForLocalThreads().stream()
                        .map(thread -> new StreamThread(thread.threadName(), thread.threadState()))
                        .sorted(Comparator.comparing(StreamThread::name))
                        .toList()
                : List.of();
        return new Health(state.name(), threads, restoring);
    }

    /** Whether the process is worth keeping: it starts, runs, or moves work to and fro. */
    public boolean isLive() {
        return !ENDED.contains(state);
    }

    /** Whether messages are being judged. */
    public boolean isReady() {
        return causes().isEmpty();
    }

    /** Why messages are not being judged; nothing if they are. */
    public List<String> causes() {
        List<String> causes = new ArrayList<>();
        if (!state.equals(RUNNING)) {
            causes.add("the gate is " + state);
        }
        threads.stream()
                .filter(thread -> thread.state().equals("DEAD"))
                .forEach(thread -> causes.add("thread " + thread.name() + " is DEAD"));
        restoring.forEach(restore -> causes.add("store " + restore.store() + " of partition " + restore.partition()
                + " is being restored: " + restore.done() + " of " + restore.total() + " records"));
        return causes;
    }
}
