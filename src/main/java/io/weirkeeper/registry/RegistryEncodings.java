package io.weirkeeper.registry;

import io.weirkeeper.events.wire.AvroEncoding;
import io.weirkeeper.events.wire.AvroEncodings;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.Defect;
import org.apache.avro.specific.SpecificRecord;

/** Records as the serdes of a registry write them. */
public record RegistryEncodings(RegistrySerdes serdes) implements AvroEncodings {

    @Override
    public <T extends SpecificRecord> AvroEncoding<T> of(Class<T> type) {
        RegistrySerde<T> serde = serdes.of(type);
        return new AvroEncoding<>() {
            @Override
            public void prepare(String topic) {
                serde.prepare(topic);
            }

            @Override
            public byte[] write(String topic, T record) {
                return serde.encode(topic, record);
            }

            @Override
            public Decoded<T> read(String topic, byte[] bytes) {
                try {
                    return new Decoded.Valid<>(serde.decode(bytes));
                } catch (UndecodableRecord e) {
                    return new Decoded.Invalid<>(Defect.UNDECODABLE, String.valueOf(e.getMessage()));
                }
            }
        };
    }
}
