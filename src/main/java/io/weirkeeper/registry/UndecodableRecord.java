package io.weirkeeper.registry;

import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes that are not a record of the expected type, whatever the registry may say later: they belong to the dead letters. The
 * message is for people and holds nothing of the content. Has no stack trace: bad records may come by the thousand.
 */
public final class UndecodableRecord extends SerializationException {
    private static final long serialVersionUID = 1;

    /** What is wrong with the bytes. */
    public enum Reason {
        /** Not even a header: fewer than 5 bytes, or the first is not 0. Plain JSON, for example. */
        NO_HEADER,
        /** The registry does not know the id of the header. */
        UNKNOWN_ID,
        /** The schema of that id cannot be used: not Avro, or it refers to schemas of other subjects. */
        UNUSABLE_SCHEMA,
        /** The schema of that id is of another record. */
        OTHER_RECORD,
        /** What was written has no counterpart in our schema, or lacks what ours needs. */
        NOT_RESOLVABLE,
        /** The bytes end too early. */
        TRUNCATED,
        /** The bytes are not what their schema says, or there are some left over. */
        MALFORMED
    }

    private final Reason reason;

    UndecodableRecord(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong, for programs. */
    public Reason reason() {
        return reason;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it does nothing
    public Throwable fillInStackTrace() {
        return this;
    }
}
