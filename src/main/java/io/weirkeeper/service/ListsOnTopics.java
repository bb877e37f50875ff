package io.weirkeeper.service;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.gate.ListReplay;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.OperatorList;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.registry.RegistryUnavailable;
import io.weirkeeper.streams.BlockedAddresses;
import io.weirkeeper.topics.BrokerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The operators' lists as the topics have them by now, read from their beginning.
 *
 * @param patience how long a broker may take to answer
 */
public record ListsOnTopics(Settings settings, WireFormat format, Duration patience) {

    /**
     * A list that was read.
     *
     * @param unreadable how many records there were that the gate could not read either
     */
    public record Read(List<Listed> entries, long unreadable) {
        public Read {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The senders on a list.
     *
     * @param at epoch milliseconds; who is on it until then or shorter is left out
     * @param step is told of each record that is read
     */
    public Read senders(OperatorList list, long at, Runnable step) throws BrokerException {
        ListReplay replay = new ListReplay(list);
        AtomicLong unreadable = new AtomicLong();
        read(settings.topics().gateControl(), record -> {
            step.run();
            if (event(record) instanceof Decoded.Valid<ControlEvent> valid) {
                replay.hear(valid.value());
            } else {
                unreadable.incrementAndGet();
            }
        });
        return new Read(replay.at(at).stream().map(ListsOnTopics::listed).toList(), unreadable.get());
    }

    private Decoded<ControlEvent> event(ConsumerRecord<String, byte[]> record) {
        return format.control(
                record.value(),
                new RecordOrigin(record.topic(), record.partition(), record.offset(), record.timestamp()));
    }

    private static Listed listed(ControlEvent event) {
        return new Listed(
                event.subject().orElseThrow(),
                event.at(),
                new Operators.Word(event.by(), event.reason(), event.until()));
    }

    /**
     * The blocked addresses.
     *
     * @param step is told of each record that is read
     */
    public Read addresses(Runnable step) throws BrokerException {
        TreeMap<String, Listed> addresses = new TreeMap<>();
        read(settings.topics().gateLists(), record -> {
            step.run();
            String address = record.key();
            if (address != null && BlockedAddresses.isAddress(address)) {
                addresses.remove(address);
                Optional.ofNullable(record.value())
                        .map(note -> new Listed(address, record.timestamp(), AddressNote.read(note)))
                        .ifPresent(listed -> addresses.put(address, listed));
            }
        });
        return new Read(List.copyOf(addresses.values()), 0);
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> records) throws BrokerException {
        try (TopicReader reader = new TopicReader(
                KafkaClients.consumer(settings), List.of(topic), TopicReader.From.BEGINNING, patience)) {
            reader.readAll(patience, records);
        } catch (RegistryUnavailable e) {
            throw new BrokerException("the schema registry does not answer: " + e.getMessage(), e);
        }
    }
}
