package io.weirkeeper.streams.codec;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Writes one part of the state. The first byte is the version; a new version keeps reading the old ones. Without state of its
 * own, because Kafka Streams hands one serde to all its threads.
 */
public abstract class StateCodec<T> {
    private final int version;

    StateCodec(int version) {
        this.version = version;
    }

    abstract void write(T value, ByteWriter out);

    abstract T read(ByteReader in, int writtenBy);

    /** The bytes of a value, version first. */
    public final byte[] encode(T value) {
        ByteWriter out = new ByteWriter().raw(version);
        write(value, out);
        return out.toBytes();
    }

    /**
     * The value of some bytes.
     *
     * @throws SerializationException if they were written by a later version or are broken: going on would lose state
     */
    public final T decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        try {
            int writtenBy = in.raw();
            if (writtenBy < 1 || writtenBy > version) {
                throw new SerializationException(
                        "state of version " + writtenBy + "; this release reads 1 to " + version);
            }
            T value = read(in, writtenBy);
            if (!in.isAtEnd()) {
                throw new IndexOutOfBoundsException("something follows the state");
            }
            return value;
        } catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException e) {
            throw new SerializationException("broken state of " + bytes.length + " bytes", e);
        }
    }

    /** This codec for stores; a missing value stays missing. */
    public final Serde<T> serde() {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(value),
                (topic, bytes) -> bytes == null ? null : decode(bytes));
    }
}
