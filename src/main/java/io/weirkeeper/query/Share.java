package io.weirkeeper.query;

import io.weirkeeper.service.GateService;
import io.weirkeeper.service.NotReadyException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;

/** Who keeps what, as Kafka Streams has shared it out among the instances. Keys are placed by its default partitioner. */
record Share(GateService service) {

    /** Who keeps what a store holds under a key. */
    Owner ownerOf(String store, String key) throws NotReadyException {
        KeyQueryMetadata found = known(streams -> streams.queryMetadataForKey(store, key, new StringSerializer()));
        HostInfo host = found.activeHost();
        if (!isKnown(host)) {
            throw new NotReadyException("the work is being shared out");
        }
        return host.equals(own())
                ? new Owner.Here(found.partition())
                : new Owner.There(new Instance(host.host(), host.port()));
    }

    List<Instance> others() throws NotReadyException {
        HostInfo own = own();
        return all().stream()
                .map(StreamsMetadata::hostInfo)
                .filter(host -> isKnown(host) && !host.equals(own))
                .distinct()
                .map(host -> new Instance(host.host(), host.port()))
                .toList();
    }

    /** The partitions of a topic that this instance reads. */
    Set<Integer> partitionsHere(String topic) throws NotReadyException {
        HostInfo own = own();
        Set<Integer> partitions = new TreeSet<>();
        all().stream()
                .filter(each -> own.equals(each.hostInfo()))
                .flatMap(each -> each.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .forEach(partition -> partitions.add(partition.partition()));
        return partitions;
    }

    private List<StreamsMetadata> all() throws NotReadyException {
        return known(streams -> List.copyOf(streams.metadataForAllStreamsClients()));
    }

    private HostInfo own() throws NotReadyException {
        return service.server()
                .map(HostInfo::buildFromEndpoint)
                .orElseThrow(() -> new NotReadyException("this instance has no address to be asked at"));
    }

    /** Kafka Streams says with a host that is none that it does not know. */
    private static boolean isKnown(HostInfo host) {
        return !host.equals(HostInfo.unavailable()) && host.port() > 0;
    }

    private interface Asking<T> {
        T ask(KafkaStreams streams);
    }

    private <T> T known(Asking<T> asking) throws NotReadyException {
        try {
            return asking.ask(service.running());
        } catch (StreamsException | IllegalStateException e) {
            throw new NotReadyException("the gate does not run: " + e.getMessage(), e);
        }
    }
}
