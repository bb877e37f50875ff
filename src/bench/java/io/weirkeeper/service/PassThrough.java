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
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What the gate would cost if it judged nothing: reads each message and writes it as allowed. It is in this package
 * because it runs with the very properties of the service.
 */
public final class PassThrough {
    private PassThrough() {}

    /** Not started yet. */
    public static KafkaStreams of(Settings settings, Profile profile) throws FormatException {
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
        return new KafkaStreams(builder.build(), StreamsProperties.of(settings, profile));
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
