package io.weirkeeper.events.wire;

/** How Avro records of one type become bytes and are read again. Thread-safe. */
public interface AvroEncoding<T> {

    /** Sees to it that records can be written to a topic without the registry from now on, if it has one. */
    void prepare(String topic);

    /** The bytes of a record for a topic. */
    byte[] write(String topic, T record);

    /**
     * What bytes from a topic are: a record, or undecodable whatever comes. Throws if that cannot be told now, because the registry
     * is away; the bytes must then be read again.
     */
    Decoded<T> read(String topic, byte[] bytes);
}
