package io.weirkeeper.registry;

import io.weirkeeper.events.wire.AvroEncoding;
import io.weirkeeper.events.wire.AvroEncodings;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.Defect;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Records as a serde of the user's writes them, such as Confluent's. One is made for each type of record, by its constructor without
 * arguments; all threads share it.
 */
public final class CustomEncodings implements AvroEncodings {
    /** Confluent's deserializers give generated classes only if they are told to. */
    private static final String SPECIFIC = "specific.avro.reader";

    private final Class<?> type;
    private final Map<String, Object> settings;

    private CustomEncodings(Class<?> type, Map<String, String> settings) {
        this.type = type;
        this.settings = new HashMap<>(Map.of(SPECIFIC, "true"));
        this.settings.putAll(settings);
    }

    /**
     * The encodings by a serde of this class.
     *
     * @param settings what the serde is configured with
     * @throws IllegalArgumentException if there is no such class, or if it is no serde or cannot be made
     */
    public static CustomEncodings load(String className, Map<String, String> settings) {
        try {
            Class<?> type = Class.forName(className);
            if (!Serde.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(className + " is not a " + Serde.class.getName());
            }
            CustomEncodings encodings = new CustomEncodings(type, settings);
            encodings.serde().close();
            return encodings;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(className + " is not on the class path (WEIR_CLASSPATH adds to it)", e);
        } catch (LinkageError e) {
            throw new IllegalArgumentException(
                    className + " needs what is not on the class path (WEIR_CLASSPATH adds to it): " + e.getMessage(),
                    e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(className + " cannot be made: " + e.getCause(), e);
        } catch (ReflectiveOperationException | ConfigException e) {
            throw new IllegalArgumentException(className + " cannot be used as a serde: " + e, e);
        }
    }

    private Serde<?> serde() throws ReflectiveOperationException {
        Serde<?> serde = (Serde<?>) type.getDeclaredConstructor().newInstance();
        serde.configure(settings, false);
        return serde;
    }

    @Override
    public <T extends SpecificRecord> AvroEncoding<T> of(Class<T> record) {
        try {
            Serde<?> serde = serde();
            return new Custom<>(serializer(serde), serde.deserializer(), SpecificRecords.of(record));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // it could be made before
        }
    }

    @SuppressWarnings("unchecked") // a serde of Avro records takes any
    private static <T> Serializer<T> serializer(Serde<?> serde) {
        return (Serializer<T>) serde.serializer();
    }

    /** One type of record by a serde. */
    private record Custom<T extends SpecificRecord>(
            Serializer<T> serializer, Deserializer<?> deserializer, SpecificRecords<T> records)
            implements AvroEncoding<T> {

        @Override
        public void prepare(String topic) {
            // A serde of the user's asks its registry when it has something to write.
        }

        @Override
        public byte[] write(String topic, T record) {
            try {
                return serializer.serialize(topic, record);
            } catch (RuntimeException e) {
                throw RegistryAway.isWhy(e) ? new RegistryUnavailable("the serde has no registry: " + e) : e;
            }
        }

        @Override
        public Decoded<T> read(String topic, byte[] bytes) {
            try {
                Object read = deserializer.deserialize(topic, bytes);
                return read == null
                        ? new Decoded.Invalid<>(Defect.EMPTY_VALUE, "no value")
                        : new Decoded.Valid<>(records.of(read));
            } catch (RuntimeException e) {
                if (RegistryAway.isWhy(e)) {
                    throw new RegistryUnavailable("the serde has no registry: " + e);
                }
                // Only the type: the text may quote the content.
                return new Decoded.Invalid<>(
                        Defect.UNDECODABLE,
                        "refused by the serde: " + e.getClass().getName());
            }
        }
    }
}
