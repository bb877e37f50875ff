package io.weirkeeper.core.gate;

import java.util.Optional;

/** One question that the gate asks of a message. */
@FunctionalInterface
interface Check {

    /** Stops the message, or lets it go on and notes in the hearing what it found. */
    Optional<Refusal> ask(Hearing hearing);
}
