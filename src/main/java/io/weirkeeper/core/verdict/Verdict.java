package io.weirkeeper.core.verdict;

import io.weirkeeper.core.message.Message;

/** What became of a message. */
public sealed interface Verdict extends Effect permits Allowed, Debounced, Blocked {

    Message message();

    /** When it was decided: epoch milliseconds in the time by which messages are judged. */
    long decidedAt();

    /** The version of the policy by which it was decided. */
    long policyVersion();

    /** From the arrival of the message to the decision: how long it has waited in bursts and queues, in milliseconds. */
    long heldMillis();
}
