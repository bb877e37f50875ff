package io.weirkeeper.streams;

import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.topics.Topics;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** What goes out of the topology, and where it comes from. */
record Sinks(Topics topics, WireFormat format) {
    private static final StringSerializer TEXT = new StringSerializer();
    private static final ByteArraySerializer BYTES = new ByteArraySerializer();

    Topology addTo(Topology topology) {
        addGate(topology, Nodes.SENDER_OUTLETS, Nodes.SENDER_GATE);
        addGate(topology, Nodes.WIDER_OUTLETS, Nodes.WIDER_GATES);
        topology.addSink(
                Nodes.SENDER_OUTLETS.debounced(), topics.debouncedMessages(), TEXT, verdicts(), Nodes.SENDER_GATE);
        addTransfers(topology, Nodes.ORDERS_SINK, Nodes.CONTROL_INTAKE);
        addTransfers(topology, Nodes.REPORTS_SINK, Nodes.REPORTS_INTAKE);
        return topology.addSink(Nodes.LISTS_SINK, topics.gateLists(), TEXT, BYTES, Nodes.WIDER_GATES)
                .addSink(
                        Nodes.DEAD_LETTERS_SINK,
                        topics.deadLetterMessages(),
                        BYTES,
                        BYTES,
                        Nodes.MESSAGE_INTAKE,
                        Nodes.CONTROL_INTAKE)
                .addSink(
                        Nodes.REPORTS_DEAD_LETTERS_SINK,
                        topics.deadLetterMessages(),
                        BYTES,
                        BYTES,
                        Nodes.REPORTS_INTAKE);
    }

    private void addGate(Topology topology, Outlets outlets, String gate) {
        Serializer<AuditEvent> audit = (topic, event) -> format.audit(event);
        topology.addSink(outlets.allowed(), topics.allowedMessages(), TEXT, verdicts(), gate)
                .addSink(outlets.blocked(), topics.blockedMessages(), TEXT, verdicts(), gate)
                .addSink(outlets.penalties(), topics.senderPenalties(), TEXT, audit, gate);
        addTransfers(topology, outlets.transfers(), gate);
    }

    private Serializer<Verdict> verdicts() {
        return (topic, verdict) -> format.verdict(verdict);
    }

    private void addTransfers(Topology topology, String sink, String from) {
        topology.addSink(sink, topics.gateTransfers(), TEXT, new GateInputSerde().serializer(), from);
    }
}
