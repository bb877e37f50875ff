package io.weirkeeper.streams;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;

/** What gates take in. */
public sealed interface GateInput {

    /** A message to judge. */
    record Arrival(Message message) implements GateInput {}

    /** An operator's word. */
    record Order(ControlEvent event) implements GateInput {}

    /** A message that comes from another gate. */
    record Passage(Candidate candidate) implements GateInput {}

    /** What a provider answered. */
    record Report(DeliveryReport report) implements GateInput {}
}
