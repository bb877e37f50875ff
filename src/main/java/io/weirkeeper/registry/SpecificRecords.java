package io.weirkeeper.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Avro records as instances of a generated class, whatever a serde makes of them.
 *
 * @param data with what Java needs to know of the class
 */
record SpecificRecords<T extends SpecificRecord>(Class<T> type, Schema schema, GenericData data) {

    static <T extends SpecificRecord> SpecificRecords<T> of(Class<T> type) {
        RecordType<T> record = RecordType.of(type);
        return new SpecificRecords<>(type, record.schema(), record.data());
    }

    /**
     * The record as it is, or resolved to the schema of the class.
     *
     * @throws SerializationException if it is no such record
     */
    T of(Object read) {
        if (type.isInstance(read)) {
            return type.cast(read);
        }
        if (!(read instanceof IndexedRecord record)) {
            throw new SerializationException(
                    "not an Avro record but a " + read.getClass().getName());
        }
        if (!record.getSchema().getFullName().equals(schema.getFullName())) {
            throw new SerializationException("a record of another type");
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<IndexedRecord>(record.getSchema()).write(record, encoder);
            return new SpecificDatumReader<T>(record.getSchema(), schema, (SpecificData) data)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException | AvroRuntimeException e) {
            // Without the cause: its text may quote the content, and no network has failed.
            throw new SerializationException("a record that does not resolve to " + schema.getFullName());
        }
    }
}
