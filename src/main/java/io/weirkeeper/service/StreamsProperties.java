package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.registry.RegistrySettings;
import io.weirkeeper.topics.TopicLayout;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The properties of Kafka Streams: ours first, then those of the profile, then whatever the operator sets. */
final class StreamsProperties {
    /** Room for the headers that a dead letter gets. */
    private static final int HEADERS = 1024 * 1024;

    /**
     * What the producer sends of a partition at once, in bytes. It wakes its sending thread for each batch, and a verdict and the state after it
     * are some hundred bytes: with Kafka's 16 KiB that was a twentieth of what the gate's own thread did. A batch still waits no longer than
     * until the next commit.
     */
    private static final int BATCH = 128 * 1024;

    private StreamsProperties() {}

    /** With stores that share this memory. */
    static Properties of(Settings settings, Profile profile, StoreMemory memory) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class.getName());
        properties.put(BoundedMemory.MEMORY, memory);
        properties.putAll(of(settings, profile));
        return properties;
    }

    static Properties of(Settings settings, Profile profile) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, "true");
        // The broker's own default applies.
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "-1");
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Integer.toString(TopicLayout.DEAD_LETTER_BYTES + HEADERS));
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), Integer.toString(BATCH));
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.putAll(profile.settings());
        settings.kafka().forEach((name, value) -> {
            if (!RegistrySettings.owns(name)) {
                properties.put(name, value);
            }
        });
        return properties;
    }
}
