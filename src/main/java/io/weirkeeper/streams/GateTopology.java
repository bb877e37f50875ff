package io.weirkeeper.streams;

import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.topics.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The whole topology; wiring and nothing else.
 *
 * @param partitions of the inbound topic, and so of the topic for misplaced records
 * @param clock the wall clock against which the times of records are bounded
 */
public record GateTopology(
        Topics topics, WireFormat format, SenderGate gate, StoreLayout layout, int partitions, Time clock)
        implements Supplier<Topology> {

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
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
        placed.merge(rerouted, Named.as(Nodes.ARRIVALS)).process(senderGate(), Named.as(Nodes.SENDER_GATE));
        return withSinks(builder.build());
    }

    private Topology withSinks(Topology topology) {
        Serializer<Verdict> verdicts = (topic, verdict) -> format.verdict(verdict);
        Serializer<AuditEvent> audit = (topic, event) -> format.audit(event);
        StringSerializer subjects = new StringSerializer();
        ByteArraySerializer bytes = new ByteArraySerializer();
        return topology.addSink(Nodes.ALLOWED_SINK, topics.allowedMessages(), subjects, verdicts, Nodes.SENDER_GATE)
                .addSink(Nodes.BLOCKED_SINK, topics.blockedMessages(), subjects, verdicts, Nodes.SENDER_GATE)
                .addSink(Nodes.PENALTIES_SINK, topics.senderPenalties(), subjects, audit, Nodes.SENDER_GATE)
                .addSink(
                        Nodes.DEAD_LETTERS_SINK,
                        topics.deadLetterMessages(),
                        bytes,
                        bytes,
                        Nodes.MESSAGE_INTAKE,
                        Nodes.CONTROL_INTAKE);
    }

    private Consumed<byte[], byte[]> source(String name) {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withTimestampExtractor(new BoundedTime(layout.bounds(), clock))
                .withName(name);
    }

    private Processor<byte[], byte[], String, GateInput> messageIntake() {
        return new Intake<Message>(format::message, gate::subject, GateInput.Arrival::new);
    }

    private Processor<byte[], byte[], String, GateInput> controlIntake() {
        return new Intake<ControlEvent>(format::control, event -> Optional.of(event.subject()), GateInput.Order::new);
    }

    private ProcessorSupplier<String, GateInput, String, Object> senderGate() {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, GateInput, String, Object> get() {
                return new SenderGateProcessor(gate, layout);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return layout.builders();
            }
        };
    }
}
