package io.weirkeeper.events.wire;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of the values on the topics that users see: the one place where it is chosen. Implementations are
 * thread-safe. Decoding does not throw for bad bytes, and encoding does not fail; where a schema registry is needed and away, both throw.
 */
public interface WireFormat {

    /**
     * The longest value that is decoded, in bytes. What is written is never much longer than what was read, so it stays
     * below the 1 MiB that a broker takes by default.
     */
    int LARGEST_VALUE = 512 * 1024;

    /** The longest body, in bytes of UTF-8. */
    int LARGEST_BODY = Message.LONGEST_BODY;

    /**
     * The longest text of any other field, attributes and the words of a provider excepted, in bytes of UTF-8. Subjects become keys of records and
     * of state, ids are listed in other verdicts: without a bound one record could stop the gate.
     */
    int LARGEST_NAME = 4 * 1024;

    /** Sees to it that what the gate writes can be written from now on, whatever becomes of the registry. */
    default void prepare() {}

    /** Reads an InboundMessage. */
    Decoded<Message> message(byte @Nullable [] value, RecordOrigin origin);

    /** Reads a ControlEvent. */
    Decoded<ControlEvent> control(byte @Nullable [] value, RecordOrigin origin);

    /** Reads a DeliveryReport; a kind of error that this release does not know is OTHER. */
    Decoded<DeliveryReport> deliveryReport(byte @Nullable [] value, RecordOrigin origin);

    /** Writes an InboundMessage. */
    byte[] message(Message message);

    /** Writes a ControlEvent. */
    byte[] control(ControlEvent event);

    /** Writes an AllowedMessage, DebouncedMessage or BlockedMessage. */
    byte[] verdict(Verdict verdict);

    /** Writes a SenderPenalty. */
    byte[] audit(AuditEvent event);

    /**
     * A value that was read from one of the topics of verdicts, in JSON: for people.
     *
     * @throws IllegalArgumentException if it is not of this format
     */
    byte[] json(String topic, byte[] value);
}
