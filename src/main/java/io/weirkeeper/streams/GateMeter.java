package io.weirkeeper.streams;

import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Verdict;

/**
 * Takes note of what the gates do, for people who watch. It is called for every message by all stream threads: implementations are
 * thread-safe and quick, and never fail.
 */
public interface GateMeter {

    /** Takes note of nothing. */
    GateMeter NONE = new GateMeter() {};

    /** By which policy is judged from now on. */
    default void policy(Policy policy) {}

    /** Whether a later version than the one in force has been published that cannot be used. */
    default void policyRefused(boolean refused) {}

    /** A verdict leaves a gate when the wall clock shows that (epoch milliseconds). */
    default void verdict(Verdict verdict, long wallClock) {}

    /** A violation, a penalty, a pardon or a backoff is written down. */
    default void audit(AuditEvent event) {}

    /** A message that was let on has left hardly any room in the limit with this id. */
    default void nearLimit(String rule) {}

    /** A record cannot be judged. */
    default void deadLetter(String defect) {}

    /** A gate has decided on what came, which took so many nanoseconds with loading and saving. */
    default void decision(long nanos) {}

    /** So many messages more, or fewer, wait in bursts and in queues. */
    default void waiting(int inBursts, int inQueues) {}
}
