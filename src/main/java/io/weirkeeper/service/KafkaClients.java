package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka's clients as the commands use them: the same broker, security and prefix as the service. */
public final class KafkaClients {
    private static final String CLIENT = "weir";

    private KafkaClients() {}

    public static Map<String, Object> admin(Settings settings) {
        return streams(settings).getAdminConfigs(CLIENT);
    }

    public static Map<String, Object> producer(Settings settings) {
        return streams(settings).getProducerConfigs(CLIENT);
    }

    /** A consumer that reads committed records only, and belongs to no group. */
    public static Map<String, Object> consumer(Settings settings) {
        Map<String, Object> consumer = new HashMap<>(streams(settings).getRestoreConsumerConfigs(CLIENT));
        consumer.put("isolation.level", "read_committed");
        return consumer;
    }

    /** The options with which a command reaches the same broker and topics. */
    public static String options(Settings settings) {
        String prefix = settings.topics().prefix();
        return Stream.of(
                        "--bootstrap-server " + settings.bootstrapServers(),
                        prefix.isEmpty() ? "" : "--topic-prefix " + prefix)
                .filter(option -> !option.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static StreamsConfig streams(Settings settings) {
        Properties properties = StreamsProperties.of(settings, Profile.EXACTLY_ONCE);
        return new StreamsConfig(properties);
    }
}
