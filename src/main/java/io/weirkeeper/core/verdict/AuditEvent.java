package io.weirkeeper.core.verdict;

import io.weirkeeper.core.penalty.Penalty;
import java.util.Optional;
import java.util.OptionalLong;

/** An entry of the audit trail of one subject. */
public sealed interface AuditEvent extends Effect {

    String subject();

    /** Epoch milliseconds. */
    long at();

    /** Strikes on the ledger now. */
    int strikes();

    /** An offence against a rule that was written down. */
    record Violation(String subject, long at, String rule, int strikes, String messageId) implements AuditEvent {}

    /** A penalty that violations led to; the rule is the one that the verdict names, if that was violated. */
    record Punishment(String subject, long at, Optional<String> rule, Penalty penalty, String messageId)
            implements AuditEvent {
        @Override
        public int strikes() {
            return penalty.strikes();
        }
    }

    /**
     * The provider refuses answers, and the global gate pauses.
     *
     * @param subject the recipient of the answer that failed last
     * @param until when it goes on, exclusive; only an operator resumes it without
     */
    record ProviderBackoff(String subject, long at, OptionalLong until, String messageId) implements AuditEvent {
        @Override
        public int strikes() {
            return 0;
        }
    }

    /** An operator cleared the ledger. */
    record Pardon(String subject, long at) implements AuditEvent {
        @Override
        public int strikes() {
            return 0;
        }
    }
}
