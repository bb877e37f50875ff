package io.weirkeeper.events.wire;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.events.InboundMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;

/**
 * Messages, operators' words, candidates and delivery reports as the gate keeps them for itself: on internal topics and in stores, where
 * all may stand side by side. The first byte is the version of this format, the second the {@link Kind}, the rest Avro
 * binary of the generated class. Bytes of every version that was ever released must stay readable: when one of the
 * schemas changes, keep its old text for reading, and raise the version. Thread-safe.
 */
public final class InternalFormat {

    /** What the bytes hold. */
    public enum Kind {
        MESSAGE(1),
        CONTROL(2),
        CANDIDATE(3),
        REPORT(4);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }
    }

    private static final byte VERSION = 1;
    private static final int HEADER = 2;

    private final AvroCodec<InboundMessage> messages = new AvroCodec<>(InboundMessage.class);
    private final AvroCodec<io.weirkeeper.events.ControlEvent> controls =
            new AvroCodec<>(io.weirkeeper.events.ControlEvent.class);
    private final AvroCodec<io.weirkeeper.events.DeliveryReport> reports =
            new AvroCodec<>(io.weirkeeper.events.DeliveryReport.class);
    private final AvroCodec<io.weirkeeper.events.Candidate> candidates =
            new AvroCodec<>(io.weirkeeper.events.Candidate.class);

    /** Writes a message. */
    public byte[] encode(Message message) {
        return encoded(Kind.MESSAGE, messages, AvroRecords.inbound(message));
    }

    /** Writes an operator's word. */
    public byte[] encode(ControlEvent event) {
        return encoded(Kind.CONTROL, controls, AvroRecords.control(event));
    }

    /** Writes a message on its way through the gates. */
    public byte[] encode(Candidate candidate) {
        return encoded(Kind.CANDIDATE, candidates, AvroRecords.candidate(candidate));
    }

    /** Writes what a provider answered. */
    public byte[] encode(DeliveryReport report) {
        return encoded(Kind.REPORT, reports, AvroRecords.report(report));
    }

    /**
     * What the bytes hold, without reading all of them.
     *
     * @throws IllegalArgumentException if this release cannot read them
     */
    public Kind kind(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != VERSION) {
            throw new IllegalArgumentException(
                    bytes.length < HEADER
                            ? "too short for an internal record"
                            : "internal record of version " + bytes[0]);
        }
        for (Kind kind : Kind.values()) {
            if (kind.code == bytes[1]) {
                return kind;
            }
        }
        throw new IllegalArgumentException("internal record of kind " + bytes[1]);
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if the bytes hold none
     */
    public Message message(byte[] bytes) {
        return AvroDrafts.message(decoded(Kind.MESSAGE, messages, bytes)).complete();
    }

    /**
     * Reads an operator's word.
     *
     * @throws IllegalArgumentException if the bytes hold none
     */
    public ControlEvent control(byte[] bytes) {
        return AvroDrafts.control(decoded(Kind.CONTROL, controls, bytes)).complete();
    }

    /**
     * Reads a message on its way through the gates.
     *
     * @throws IllegalArgumentException if the bytes hold none
     */
    public Candidate candidate(byte[] bytes) {
        return AvroDrafts.candidate(decoded(Kind.CANDIDATE, candidates, bytes));
    }

    /**
     * Reads what a provider answered.
     *
     * @throws IllegalArgumentException if the bytes hold no report
     */
    public DeliveryReport report(byte[] bytes) {
        return AvroDrafts.report(decoded(Kind.REPORT, reports, bytes));
    }

    private static <T extends SpecificRecord> byte[] encoded(Kind kind, AvroCodec<T> codec, T datum) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        bytes.write(VERSION);
        bytes.write(kind.code);
        codec.write(datum, bytes);
        return bytes.toByteArray();
    }

    private <T extends SpecificRecord> T decoded(Kind wanted, AvroCodec<T> codec, byte[] bytes) {
        Kind kind = kind(bytes);
        if (kind != wanted) {
            throw new IllegalArgumentException(kind + " where " + wanted + " was wanted");
        }
        try {
            return codec.read(bytes, HEADER);
        } catch (IOException e) {
            throw new IllegalArgumentException("broken internal record", e);
        }
    }
}
