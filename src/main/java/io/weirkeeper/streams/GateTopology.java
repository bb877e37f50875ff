package io.weirkeeper.streams;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.streams.Intake.Destination;
import io.weirkeeper.topics.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole topology; wiring and nothing else. Three sub-topologies: the sender gate with its intake, the wider gates, and the intake
 * of delivery reports.
 *
 * @param partitions of the inbound topic, and so of the topic for misplaced records
 * @param policy fed by the topology; its keyedBy never changes
 * @param clock the wall clock against which the times of records are bounded
 * @param meter takes note of what the gates do
 */
public record GateTopology(
        Topics topics,
        WireFormat format,
        LivePolicy policy,
        StoreLayout layout,
        int partitions,
        Time clock,
        GateMeter meter)
        implements Supplier<Topology> {

    /** Nobody watches. */
    public GateTopology(
            Topics topics, WireFormat format, LivePolicy policy, StoreLayout layout, int partitions, Time clock) {
        this(topics, format, policy, layout, partitions, clock, GateMeter.NONE);
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.globalTable(
                topics.gateLists(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(Nodes.LISTS_SOURCE),
                Materialized.as(Stores.inMemoryKeyValueStore(Nodes.LISTS)));
        KStream<String, GateInput> placed = builder.stream(topics.inboundMessages(), source(Nodes.INBOUND_SOURCE))
                .process(this::messageIntake, Named.as(Nodes.MESSAGE_INTAKE))
                .merge(
                        builder.stream(topics.gateControl(), source(Nodes.CONTROL_SOURCE))
                                .process(this::controlIntake, Named.as(Nodes.CONTROL_INTAKE)),
                        Named.as(Nodes.INTAKE))
                .process(() -> new Placement(partitions), Named.as(Nodes.PLACEMENT));
        KStream<String, GateInput> rerouted =
                placed.repartition(Repartitioned.with(Serdes.String(), new GateInputSerde())
                        .withName(Nodes.MISPLACED)
                        .withNumberOfPartitions(partitions));
        placed.merge(rerouted, Named.as(Nodes.ARRIVALS))
                .process(
                        gate(() -> new SenderGateProcessor(policy, layout, meter), layout.senderBuilders()),
                        Named.as(Nodes.SENDER_GATE));
        builder.stream(topics.gateTransfers(), transfers())
                .process(
                        gate(() -> new WiderGateProcessor(policy, layout, meter), layout.widerBuilders()),
                        Named.as(Nodes.WIDER_GATES));
        builder.stream(topics.deliveryReports(), source(Nodes.REPORTS_SOURCE))
                .process(this::reportIntake, Named.as(Nodes.REPORTS_INTAKE));
        builder.addGlobalStore(
                PolicyFeed.store(),
                topics.gatePolicies(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(Nodes.POLICIES_FEED),
                () -> new PolicyFeed(policy));
        return new Sinks(topics, format).addTo(builder.build());
    }

    private Consumed<byte[], byte[]> source(String name) {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withTimestampExtractor(new BoundedTime(layout.bounds(), clock))
                .withName(name);
    }

    /** What the gates send each other has been given its time already. */
    private static Consumed<String, GateInput> transfers() {
        return Consumed.with(Serdes.String(), new GateInputSerde())
                .withTimestampExtractor((record, partitionTime) -> record.timestamp())
                .withName(Nodes.TRANSFERS_SOURCE);
    }

    private Processor<byte[], byte[], String, GateInput> messageIntake() {
        MessageField keyedBy = policy.rules().policy().keyedBy();
        return new Intake<Message>(
                format::message,
                message -> Destination.ofSubject(keyedBy.of(message)),
                GateInput.Arrival::new,
                Nodes.DEAD_LETTERS_SINK,
                meter);
    }

    private Processor<byte[], byte[], String, GateInput> controlIntake() {
        return new Intake<ControlEvent>(
                format::control,
                event -> Destination.ofSubject(event.subject())
                        .or(() -> Optional.of(Destination.global(Nodes.ORDERS_SINK))),
                GateInput.Order::new,
                Nodes.DEAD_LETTERS_SINK,
                meter);
    }

    private Processor<byte[], byte[], String, GateInput> reportIntake() {
        return new Intake<DeliveryReport>(
                format::deliveryReport,
                report -> Optional.of(Destination.global(Nodes.REPORTS_SINK)),
                GateInput.Report::new,
                Nodes.REPORTS_DEAD_LETTERS_SINK,
                meter);
    }

    private static ProcessorSupplier<String, GateInput, String, Object> gate(
            Supplier<Processor<String, GateInput, String, Object>> processor, Set<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, GateInput, String, Object> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }
}
