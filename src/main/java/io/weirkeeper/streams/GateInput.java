package io.weirkeeper.streams;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;

/** What the sender gate takes in. */
public sealed interface GateInput {

    /** A message to judge. */
    record Arrival(Message message) implements GateInput {}

    /** An operator's word. */
    record Order(ControlEvent event) implements GateInput {}
}
