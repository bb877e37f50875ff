package io.weirkeeper.streams;

import io.weirkeeper.policies.LivePolicy;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Hands what comes on the topic of policies to the live policy, in every instance. Kafka Streams wants a store for that, which stays
 * empty and in memory, so that each start reads the topic from its beginning.
 */
final class PolicyFeed extends ContextualProcessor<String, byte[], Void, Void> {
    private final LivePolicy live;

    PolicyFeed(LivePolicy live) {
        this.live = live;
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Nodes.POLICIES), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        live.take(record.key(), record.value());
    }
}
