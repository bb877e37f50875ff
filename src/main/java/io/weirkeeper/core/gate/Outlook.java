package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Verdict;

/** What would become of a message at the sender gate if it came now. */
public sealed interface Outlook {

    /** It would get this verdict. */
    record Decided(Verdict verdict) implements Outlook {}

    /** This gate would let it on to another one, which may stop it. */
    record Onward(Allowed allowed, GateKind next) implements Outlook {}

    /**
     * It would have to wait.
     *
     * @param held the message, and what it would wait for
     * @param dueAt when its wait would be over if nothing else came, epoch milliseconds
     */
    record Waits(Held held, long dueAt) implements Outlook {}
}
