package io.weirkeeper.streams;

import io.weirkeeper.events.wire.InternalFormat;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** How what the gates take in travels between them, and to its partition if it was misplaced. */
final class GateInputSerde implements Serde<GateInput> {
    private final InternalFormat format = new InternalFormat();

    @Override
    public Serializer<GateInput> serializer() {
        return (topic, input) -> {
            if (input instanceof GateInput.Arrival arrival) {
                return format.encode(arrival.message());
            } else if (input instanceof GateInput.Order order) {
                return format.encode(order.event());
            } else if (input instanceof GateInput.Passage passage) {
                return format.encode(passage.candidate());
            } else if (input instanceof GateInput.Report report) {
                return format.encode(report.report());
            }
            throw new IllegalArgumentException("unknown input: " + input);
        };
    }

    @Override
    public Deserializer<GateInput> deserializer() {
        return (topic, bytes) -> switch (format.kind(bytes)) {
            case MESSAGE -> new GateInput.Arrival(format.message(bytes));
            case CONTROL -> new GateInput.Order(format.control(bytes));
            case CANDIDATE -> new GateInput.Passage(format.candidate(bytes));
            case REPORT -> new GateInput.Report(format.report(bytes));
        };
    }
}
