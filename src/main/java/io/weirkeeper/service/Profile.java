package io.weirkeeper.service;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What the service gives most weight to. */
public enum Profile {
    /** Every message gets exactly one verdict, also across crashes. */
    EXACTLY_ONCE(Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)),

    /** Verdicts come as soon as they are made; after a crash some messages get theirs twice. */
    LOW_LATENCY(Map.of(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.AT_LEAST_ONCE,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            "1000",
            StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
            "0"));

    private final Map<String, String> settings;

    Profile(Map<String, String> settings) {
        this.settings = settings;
    }

    Map<String, String> settings() {
        return settings;
    }
}
