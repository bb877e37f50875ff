package io.weirkeeper.events.wire;

import org.apache.avro.specific.SpecificRecord;

/** Encodes Avro records, all in the same way. */
@FunctionalInterface
public interface AvroEncodings {

    /** The encoding of one type. */
    <T extends SpecificRecord> AvroEncoding<T> of(Class<T> type);
}
