package io.weirkeeper.streams;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record that lies on its subject's partition straight to the gate, and any other through a repartition topic. Producers
 * partition differently: librdkafka by CRC32, others by conversation or not at all.
 */
final class Placement extends ContextualProcessor<String, GateInput, String, GateInput> {
    private final int partitions;
    private Sensor rerouted;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    Placement(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, GateInput> context) {
        super.init(context);
        rerouted = context.metrics()
                .addRateTotalSensor("placement", context.taskId().toString(), "rerouted", Sensor.RecordingLevel.INFO);
    }

    @Override
    public void process(Record<String, GateInput> record) {
        if (partitionOf(record.key()) == context().taskId().partition()) {
            context().forward(record, Nodes.ARRIVALS);
        } else {
            rerouted.record();
            context().forward(record, Nodes.MISPLACED_FILTER);
        }
    }

    /** Where the default partitioner of Kafka's Java clients puts a key. */
    private int partitionOf(String subject) {
        return Utils.toPositive(Utils.murmur2(subject.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
