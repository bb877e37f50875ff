package io.weirkeeper.streams;

import io.weirkeeper.events.wire.Defect;
import io.weirkeeper.events.wire.RecordOrigin;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record that cannot be judged: its key and value as they came, and in headers what is wrong with it and where it came from. The
 * names of the headers are those of Kafka Streams' own dead letters (KIP-1034), and {@code weir.defect} for programs.
 */
final class DeadLetter {
    /** The kind of defect, a word of a closed set. */
    static final String DEFECT = "weir.defect";

    private static final String PREFIX = "__streams.errors.";

    private DeadLetter() {}

    static Record<byte[], byte[]> of(Record<byte[], byte[]> record, RecordOrigin origin, Defect defect, String detail) {
        Headers headers = new RecordHeaders(record.headers());
        add(headers, DEFECT, defect.name());
        add(headers, PREFIX + "message", detail);
        add(headers, PREFIX + "topic", origin.topic());
        add(headers, PREFIX + "partition", Integer.toString(origin.partition()));
        add(headers, PREFIX + "offset", Long.toString(origin.offset()));
        return record.withHeaders(headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
