package io.weirkeeper.streams;

import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.Defect;
import io.weirkeeper.events.wire.RecordOrigin;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads raw records: what is valid goes on under its subject as the key, the rest becomes dead letters. */
final class Intake<T> extends ContextualProcessor<byte[], byte[], String, GateInput> {
    /** The longest headers that are passed on, in bytes: with the largest value the output stays below what brokers take. */
    static final int LARGEST_HEADERS = 256 * 1024;

    private final Reader<T> reader;
    private final Function<T, Optional<Destination>> destination;
    private final Function<T, GateInput> input;
    private final String deadLetters;
    private final GateMeter meter;

    /** Reads the value of a record; that it is no valid value is an answer too. */
    @FunctionalInterface
    interface Reader<T> {
        Decoded<T> read(byte @Nullable [] value, RecordOrigin origin);
    }

    /** Under which key a record goes on, and to which node. */
    record Destination(String key, String node) {
        /** To the sender gate, if there is a subject. */
        static Optional<Destination> ofSubject(Optional<String> subject) {
            return subject.filter(key -> !key.isEmpty()).map(key -> new Destination(key, Nodes.INTAKE));
        }

        /** To the global gate, by way of a sink. */
        static Destination global(String sink) {
            return new Destination(GateKey.GLOBAL.toString(), sink);
        }
    }

    /**
     * @param deadLetters the sink for what cannot be read
     */
    Intake(
            Reader<T> reader,
            Function<T, Optional<Destination>> destination,
            Function<T, GateInput> input,
            String deadLetters,
            GateMeter meter) {
        this.reader = reader;
        this.destination = destination;
        this.input = input;
        this.deadLetters = deadLetters;
        this.meter = meter;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        RecordOrigin origin =
                new RecordOrigin(metadata.topic(), metadata.partition(), metadata.offset(), record.timestamp());
        if (sizeOfHeaders(record) > LARGEST_HEADERS) {
            bury(record, origin, Defect.RECORD_TOO_LARGE, "headers of more than " + LARGEST_HEADERS + " bytes");
            return;
        }
        Decoded<T> decoded = reader.read(record.value(), origin);
        if (decoded instanceof Decoded.Valid<T> valid) {
            destination
                    .apply(valid.value())
                    .ifPresentOrElse(
                            to -> context()
                                    .forward(record.withKey(to.key()).withValue(input.apply(valid.value())), to.node()),
                            () -> bury(
                                    record, origin, Defect.MISSING_SUBJECT, "the message does not say for whom it is"));
        } else if (decoded instanceof Decoded.Invalid<T> invalid) {
            bury(record, origin, invalid.defect(), invalid.detail());
        }
    }

    private static long sizeOfHeaders(Record<byte[], byte[]> record) {
        long size = 0;
        for (Header header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    @SuppressWarnings("unchecked") // the sink of the dead letters takes bytes, other than the next node
    private void bury(Record<byte[], byte[]> record, RecordOrigin origin, Defect defect, String detail) {
        ProcessorContext<?, ?> anyOutput = context();
        ((ProcessorContext<byte[], byte[]>) anyOutput)
                .forward(DeadLetter.of(record, origin, defect, detail), deadLetters);
        meter.deadLetter(defect.name());
    }
}
