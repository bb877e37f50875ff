package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.registry.RegistryUnavailable;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Where operators speak to the gate: what they say is written to gate-control, and addresses that they block to gate-lists. The gate
 * obeys a moment later. Thread-safe.
 */
public final class ControlDesk implements AutoCloseable, Operators {
    /** The key of what is said of the gate and not of a subject: one key, so that it is obeyed in order. */
    private static final String GATE_KEY = "global";

    private final Topics topics;
    private final WireFormat format;
    private final AckedSender sender;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param patience how long a broker may take to take what is said
     */
    public ControlDesk(Settings settings, WireFormat format, Duration patience) {
        this.topics = settings.topics();
        this.format = format;
        this.sender = new AckedSender(KafkaClients.producer(settings), patience);
    }

    @Override
    public ControlEvent say(ControlType type, Optional<String> subject, Word word) throws BrokerException {
        ControlEvent event = new ControlEvent(
                UUID.randomUUID().toString(), clock.millis(), word.by(), type, subject, word.reason(), word.until());
        sender.send(topics.gateControl(), subject.orElse(GATE_KEY), Optional.of(encoded(format, event)));
        return event;
    }

    static byte[] encoded(WireFormat format, ControlEvent event) throws BrokerException {
        try {
            return format.control(event);
        } catch (RegistryUnavailable e) {
            throw new BrokerException("the schema registry does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public String blockAddress(String address, Word word) throws BrokerException {
        String id = UUID.randomUUID().toString();
        sender.send(topics.gateLists(), address, Optional.of(AddressNote.written(id, clock.millis(), word)));
        return id;
    }

    @Override
    public String unblockAddress(String address) throws BrokerException {
        sender.send(topics.gateLists(), address, Optional.empty());
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        sender.close();
    }
}
