package io.weirkeeper.policies;

import io.weirkeeper.topics.BrokerException;

/** The topic of policies as its publishers see it. */
public interface PolicyLog extends AutoCloseable {

    /** Reads on from where it read last, to the end of what is there now, into this history. */
    void readInto(PolicyHistory history) throws BrokerException;

    /**
     * Writes a record; it is there when this returns.
     *
     * @throws BrokerException if it was not taken, or nobody knows whether it was
     */
    void append(String key, byte[] value) throws BrokerException;

    @Override
    void close();
}
