package io.weirkeeper.bench;

import io.weirkeeper.service.Profile;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** Under which promise messages are processed. */
enum Guarantee {
    /** Kafka Streams' own settings for it: a commit every 30 s, outputs linger for 100 ms. */
    AT_LEAST_ONCE(Profile.EXACTLY_ONCE, Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE)),
    /** The default of the service. */
    EXACTLY_ONCE(Profile.EXACTLY_ONCE, Map.of()),
    /** At least once as the service runs it with its profile of that name. */
    LOW_LATENCY(Profile.LOW_LATENCY, Map.of());

    final Profile profile;
    final Map<String, String> kafka;

    Guarantee(Profile profile, Map<String, String> kafka) {
        this.profile = profile;
        this.kafka = kafka;
    }
}
