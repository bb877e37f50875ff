package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.events.wire.WireFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What the gate would cost if it judged nothing: reads each message and writes it as allowed. It is in this package
 * because it can run with the very properties of the service.
 */
public final class PassThrough {
    private PassThrough() {}

    /** With Kafka Streams' own settings, but for the guarantee. Not started yet. */
    public static KafkaStreams plain(Settings settings, Profile profile) throws FormatException {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.putAll(profile.settings());
        properties.putAll(settings.kafka());
        return of(settings, properties);
    }

    /** With the settings of the gate. Not started yet. */
    public static KafkaStreams tuned(Settings settings, Profile profile) throws FormatException {
        return of(settings, StreamsProperties.of(settings, profile));
    }

    private static KafkaStreams of(Settings settings, Properties properties) throws FormatException {
        WireFormat format = Formats.ofService(settings);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        settings.topics().inboundMessages(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("source"))
                .process(() -> new AllowAll(format))
                .to(
                        settings.topics().allowedMessages(),
                        Produced.<String, Verdict>with(
                                        Serdes.String(),
                                        Serdes.serdeFrom(
                                                (topic, verdict) -> format.verdict(verdict), (topic, bytes) -> {
                                                    throw new UnsupportedOperationException(
                                                            "verdicts are only written");
                                                }))
                                .withName("sink"));
        return new KafkaStreams(builder.build(), properties);
    }

    private static final class AllowAll extends ContextualProcessor<byte[], byte[], String, Verdict> {
        private final WireFormat format;

        private AllowAll(WireFormat format) {
            this.format = format;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            var metadata = context().recordMetadata().orElseThrow();
            RecordOrigin origin =
                    new RecordOrigin(metadata.topic(), metadata.partition(), metadata.offset(), record.timestamp());
            Decoded<Message> decoded = format.message(record.value(), origin);
            if (!(decoded instanceof Decoded.Valid<Message> valid)) {
                throw new IllegalStateException("not a message: " + decoded);
            }
            Message message = valid.value();
            Verdict allowed = new Allowed(message, record.timestamp(), 0, List.of(), Optional.empty());
            context().forward(record.withKey(message.sender()).withValue(allowed));
        }
    }
}
