package io.weirkeeper.events.wire;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.BlockedMessage;
import io.weirkeeper.events.DebouncedMessage;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.SenderPenalty;
import io.weirkeeper.topics.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Values as Avro, in the wire format of a registry's serdes. It may throw when the registry is away: then nothing is known of the bytes,
 * and they must be read again.
 */
public final class AvroFormat implements WireFormat {
    private final Topics topics;
    private final AvroEncoding<InboundMessage> messages;
    private final AvroEncoding<io.weirkeeper.events.ControlEvent> controls;
    private final AvroEncoding<io.weirkeeper.events.DeliveryReport> reports;
    private final AvroEncoding<AllowedMessage> allowed;
    private final AvroEncoding<DebouncedMessage> debounced;
    private final AvroEncoding<BlockedMessage> blocked;
    private final AvroEncoding<SenderPenalty> penalties;

    /**
     * @param topics where the records are: schemas are named after them
     */
    public AvroFormat(Topics topics, AvroEncodings encodings) {
        this.topics = topics;
        this.messages = encodings.of(InboundMessage.class);
        this.controls = encodings.of(io.weirkeeper.events.ControlEvent.class);
        this.reports = encodings.of(io.weirkeeper.events.DeliveryReport.class);
        this.allowed = encodings.of(AllowedMessage.class);
        this.debounced = encodings.of(DebouncedMessage.class);
        this.blocked = encodings.of(BlockedMessage.class);
        this.penalties = encodings.of(SenderPenalty.class);
    }

    @Override
    public void prepare() {
        allowed.prepare(topics.allowedMessages());
        debounced.prepare(topics.debouncedMessages());
        blocked.prepare(topics.blockedMessages());
        penalties.prepare(topics.senderPenalties());
    }

    @Override
    public Decoded<Message> message(byte @Nullable [] value, RecordOrigin origin) {
        return read(
                messages, value, origin, inbound -> AvroDrafts.message(inbound).checked(origin));
    }

    @Override
    public Decoded<ControlEvent> control(byte @Nullable [] value, RecordOrigin origin) {
        return read(controls, value, origin, event -> AvroDrafts.control(event).checked(origin));
    }

    @Override
    public Decoded<DeliveryReport> deliveryReport(byte @Nullable [] value, RecordOrigin origin) {
        return read(
                reports, value, origin, report -> AvroDrafts.delivery(report).checked(origin));
    }

    @Override
    public byte[] message(Message message) {
        return messages.write(topics.inboundMessages(), AvroRecords.inbound(message));
    }

    @Override
    public byte[] control(ControlEvent event) {
        return controls.write(topics.gateControl(), AvroRecords.control(event));
    }

    @Override
    public byte[] verdict(Verdict verdict) {
        if (verdict instanceof Allowed one) {
            return allowed.write(topics.allowedMessages(), AvroVerdicts.allowed(one));
        } else if (verdict instanceof Debounced one) {
            return debounced.write(topics.debouncedMessages(), AvroVerdicts.debounced(one));
        } else if (verdict instanceof Blocked one) {
            return blocked.write(topics.blockedMessages(), AvroVerdicts.blocked(one));
        }
        throw new IllegalArgumentException("unknown verdict: " + verdict);
    }

    @Override
    public byte[] audit(AuditEvent event) {
        return penalties.write(topics.senderPenalties(), AvroVerdicts.audit(event));
    }

    @Override
    public byte[] json(String topic, byte[] value) {
        if (topic.equals(topics.allowedMessages())) {
            return json(allowed.read(topic, value));
        } else if (topic.equals(topics.debouncedMessages())) {
            return json(debounced.read(topic, value));
        } else if (topic.equals(topics.blockedMessages())) {
            return json(blocked.read(topic, value));
        }
        throw new IllegalArgumentException("not a topic of verdicts: " + topic);
    }

    private static byte[] json(Decoded<? extends SpecificRecord> decoded) {
        if (decoded instanceof Decoded.Valid<? extends SpecificRecord> valid) {
            return AvroJson.of(valid.value()).toString().getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException(((Decoded.Invalid<?>) decoded).detail());
    }

    private static <T, V> Decoded<V> read(
            AvroEncoding<T> encoding, byte @Nullable [] value, RecordOrigin origin, Reading<T, V> reading) {
        if (value == null || value.length == 0) {
            return new Decoded.Invalid<>(Defect.EMPTY_VALUE, "no value");
        } else if (value.length > LARGEST_VALUE) {
            return new Decoded.Invalid<>(Defect.RECORD_TOO_LARGE, "longer than " + LARGEST_VALUE + " bytes");
        }
        Decoded<T> decoded = encoding.read(origin.topic(), value);
        if (decoded instanceof Decoded.Invalid<T> invalid) {
            return new Decoded.Invalid<>(invalid.defect(), invalid.detail());
        }
        try {
            return new Decoded.Valid<>(reading.read(((Decoded.Valid<T>) decoded).value()));
        } catch (InvalidRecord e) {
            return e.asDecoded();
        }
    }

    /** Makes a value of a record. */
    @FunctionalInterface
    private interface Reading<T, V> {
        V read(T record) throws InvalidRecord;
    }
}
