package io.weirkeeper.service;

import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.streams.LiveStores;
import io.weirkeeper.streams.Nodes;
import io.weirkeeper.topics.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The tallies of the tasks that run here. */
record StoredTallies(Gate gate, Topics topics, GatePartitions partitions) implements Tallies {

    /** A gate that has begun, or else it says that it has not. */
    @FunctionalInterface
    interface Gate {
        LiveStores stores() throws NotReadyException;
    }

    @Override
    public Set<String> allTasks() {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < partitions.inbound(); i++) {
            names.add(name(Nodes.STATS, i));
        }
        for (int i = 0; i < partitions.transfers(); i++) {
            names.add(name(Nodes.WIDER_STATS, i));
        }
        return names;
    }

    private static String name(String store, int partition) {
        return store + "-" + partition;
    }

    @Override
    public Map<String, Tally> ofTasks() throws NotReadyException {
        return read(stores -> {
            Map<String, Tally> tallies = new TreeMap<>();
            stores.streams().metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.activeTasks().stream())
                    .flatMap(task -> task.topicPartitions().stream())
                    .forEach(source -> add(source, stores, tallies));
            return tallies;
        });
    }

    private void add(TopicPartition source, LiveStores stores, Map<String, Tally> tallies) {
        if (source.topic().equals(topics.inboundMessages())) {
            add(Nodes.STATS, source.partition(), stores, tallies);
        } else if (source.topic().equals(topics.gateTransfers())) {
            add(Nodes.WIDER_STATS, source.partition(), stores, tallies);
        }
    }

    private static void add(String store, int partition, LiveStores stores, Map<String, Tally> tallies) {
        tallies.put(name(store, partition), stores.tallyOfTask(store, partition));
    }

    @Override
    public Tally ofSubject(String subject, int partition) throws NotReadyException {
        return read(stores -> stores.tally(subject, partition));
    }

    private interface Reading<T> {
        T from(LiveStores stores);
    }

    private <T> T read(Reading<T> reading) throws NotReadyException {
        try {
            return reading.from(gate.stores());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotReadyException("the counts are not there just now: " + e.getMessage(), e);
        }
    }
}
