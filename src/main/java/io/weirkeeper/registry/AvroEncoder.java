package io.weirkeeper.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;

/** Records of one type to bytes. Thread-safe. */
final class AvroEncoder<T> {
    private final RecordType<T> type;
    private final Schema registered;
    private final DatumWriter<T> writer;
    private final SchemaCache schemas;
    private final SubjectNaming naming;
    private final ConcurrentMap<String, Integer> idsByTopic = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // the type says that its data are of T
    AvroEncoder(RecordType<T> type, SchemaCache schemas, SubjectNaming naming) {
        this.type = type;
        this.registered = SchemaText.portable(type.schema());
        this.writer = (DatumWriter<T>) type.data().createDatumWriter(type.schema());
        this.schemas = schemas;
        this.naming = naming;
    }

    /** Finds the id for a topic now, so that no record has to wait for it. */
    int prepare(String topic) {
        Integer known = idsByTopic.get(topic);
        if (known != null) {
            return known;
        }
        int id = schemas.idOf(naming.subject(topic, registered), registered);
        idsByTopic.put(topic, id);
        return id;
    }

    byte[] encode(String topic, T datum) {
        int id = prepare(topic);
        try {
            return Scratch.write(id, datum, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a valid " + type.schema().getFullName(), e);
        }
    }
}
