package io.weirkeeper.config;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the service runs; what it decides is in the policy.
 *
 * @param applicationId names the consumer group and the internal topics
 * @param format how values are written on the topics, if somebody said so
 * @param policy the policy file
 * @param stateDirectory where the stores are kept between runs
 * @param longestWindow the longest window that a policy may use
 * @param timeBounds how far the time of a record is believed
 * @param kafka settings passed on to Kafka Streams and its clients
 * @param http how the HTTP server listens
 * @param senderNames how senders are named in the log
 * @param stateMemory how much memory the stores may use beside the heap, in bytes
 * @param membershipAtStop what becomes of the membership in the consumer group when the gate is stopped
 */
public record Settings(
        String applicationId,
        Topics topics,
        Optional<ValueFormat> format,
        Optional<Path> policy,
        Path stateDirectory,
        Duration longestWindow,
        TimeBounds timeBounds,
        Map<String, String> kafka,
        HttpSettings http,
        SenderNames senderNames,
        long stateMemory,
        MembershipAtStop membershipAtStop) {

    public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    public static final String DEFAULT_BOOTSTRAP_SERVERS = "localhost:9092";

    public static final long DEFAULT_STATE_MEMORY = 256L * 1024 * 1024;

    public Settings {
        if (longestWindow.toMillis() < timeBounds.latest()) {
            throw new IllegalArgumentException("state.longestWindow must not be shorter than time.late");
        }
        kafka = Map.copyOf(kafka);
    }

    /** With the HTTP server, the log, the memory of stores and the end as they are when nobody says. */
    public Settings(
            String applicationId,
            Topics topics,
            Optional<ValueFormat> format,
            Optional<Path> policy,
            Path stateDirectory,
            Duration longestWindow,
            TimeBounds timeBounds,
            Map<String, String> kafka) {
        this(
                applicationId,
                topics,
                format,
                policy,
                stateDirectory,
                longestWindow,
                timeBounds,
                kafka,
                HttpSettings.DEFAULT,
                SenderNames.MASKED,
                DEFAULT_STATE_MEMORY,
                MembershipAtStop.LEAVE);
    }

    /** The same, with values written in this way. */
    public Settings withFormat(ValueFormat other) {
        return new Settings(
                applicationId,
                topics,
                Optional.of(other),
                policy,
                stateDirectory,
                longestWindow,
                timeBounds,
                kafka,
                http,
                senderNames,
                stateMemory,
                membershipAtStop);
    }

    /** The same, with the HTTP server listening in this way. */
    public Settings withHttp(HttpSettings other) {
        return new Settings(
                applicationId,
                topics,
                format,
                policy,
                stateDirectory,
                longestWindow,
                timeBounds,
                kafka,
                other,
                senderNames,
                stateMemory,
                membershipAtStop);
    }

    /** Where the brokers are. */
    public String bootstrapServers() {
        return kafka.getOrDefault(BOOTSTRAP_SERVERS, DEFAULT_BOOTSTRAP_SERVERS);
    }
}
