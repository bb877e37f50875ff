package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.OperatorList;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.topics.BrokerException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Changes lists by many entries: all are sent without waiting for each, and {@link #finish} waits once. */
public final class ListWriter implements AutoCloseable {
    private final Settings settings;
    private final WireFormat format;
    private final RecordSender sender;
    private final Clock clock = Clock.systemUTC();

    /** One change of a list, of a sender or an address. */
    @FunctionalInterface
    public interface Change {
        void make(String name, Operators.Word word) throws BrokerException;
    }

    /**
     * @param patience how long a broker may take to take one entry
     */
    public ListWriter(Settings settings, WireFormat format, Duration patience) {
        this.settings = settings;
        this.format = format;
        this.sender = new RecordSender(KafkaClients.producer(settings), patience);
    }

    /** Puts senders on a list. */
    public Change entering(OperatorList list) {
        return (name, word) -> say(list.entering(), name, word);
    }

    /** Takes senders off a list. */
    public Change leaving(OperatorList list) {
        return (name, word) -> say(list.leaving(), name, word);
    }

    /** Blocks addresses. */
    public Change blockingAddresses() {
        return (name, word) -> sendAddress(
                name, Optional.of(AddressNote.written(UUID.randomUUID().toString(), clock.millis(), word)));
    }

    /** Takes addresses off their list. */
    public Change unblockingAddresses() {
        return (name, word) -> sendAddress(name, Optional.empty());
    }

    private void say(ControlType type, String subject, Operators.Word word) throws BrokerException {
        ControlEvent event = new ControlEvent(
                UUID.randomUUID().toString(),
                clock.millis(),
                word.by(),
                type,
                Optional.of(subject),
                word.reason(),
                word.until());
        sender.send(settings.topics().gateControl(), subject, ControlDesk.encoded(format, event));
    }

    private void sendAddress(String address, Optional<byte[]> note) throws BrokerException {
        sender.send(settings.topics().gateLists(), address, note);
    }

    /**
     * Waits until all is written, and answers how many changes that were.
     *
     * @throws BrokerException if one was not; those before it may have been
     */
    public long finish() throws BrokerException {
        return sender.finish();
    }

    @Override
    public void close() {
        sender.close();
    }
}
