package io.weirkeeper.registry;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Records of one type in the Confluent wire format: a byte 0, the id of the schema, the Avro binary. One instance may serve all
 * topics and threads. It comes ready: what Kafka hands to {@code configure} is passed over, and no value (a tombstone) stays none.
 *
 * <p>As the serde of a source in Kafka Streams it is dangerous: the handler of deserialization errors gets {@link RegistryException}
 * too, and one that goes on would bury good records while the registry is away. Take in bytes and {@link #decode} them in a processor.
 */
public final class RegistrySerde<T> implements Serde<T> {
    private final AvroEncoder<T> encoder;
    private final AvroDecoder<T> decoder;

    RegistrySerde(RecordType<T> type, SchemaCache schemas, SubjectNaming naming) {
        this.encoder = new AvroEncoder<>(type, schemas, naming);
        this.decoder = new AvroDecoder<>(type, schemas);
    }

    /**
     * Finds the id under which records of this topic will be written: from then on writing does not need the registry.
     *
     * @return the id
     * @throws RegistryException if there is none: see {@link SchemaCache#idOf}
     */
    public int prepare(String topic) {
        return encoder.prepare(topic);
    }

    /**
     * The bytes of a record.
     *
     * @throws RegistryException at the first record of a topic, unless it was prepared: see {@link SchemaCache#idOf}
     * @throws IllegalArgumentException if the record does not fit its own schema
     */
    public byte[] encode(String topic, T datum) {
        return encoder.encode(topic, datum);
    }

    /**
     * The record that takes up all the bytes.
     *
     * @throws UndecodableRecord if they are not such a record, and will not be one later
     * @throws RegistryException if their schema is not known yet and the registry does not give it: the record may be good, and
     *     must be read again
     */
    public T decode(byte[] bytes) {
        return decoder.decode(bytes);
    }

    @Override
    public Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, @Nullable T datum) {
                return datum == null ? null : encode(topic, datum);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null ? null : decode(bytes);
            }
        };
    }
}
