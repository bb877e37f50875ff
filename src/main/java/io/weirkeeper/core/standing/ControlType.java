package io.weirkeeper.core.standing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator may say, of a subject or of the gate. */
public enum ControlType {
    BLOCK,
    /** Lifts an operator's block, not what the policy lists. */
    UNBLOCK,
    TRUST,
    /** Takes back an operator's trust, not what the policy lists. */
    UNTRUST,
    REGISTER,
    UNREGISTER,
    /** Clears the ledger and the penalty in force, PERMANENT too. */
    PARDON,
    /** Erases all that is known of a subject, except an operator's block. */
    FORGET,
    /** Lets nothing pass the global gate; messages wait. */
    PAUSE,
    /** Ends a pause, also one that the provider's refusals led to. */
    RESUME;

    /** The name as it stands in records and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this name. */
    public static Optional<ControlType> named(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    /** Whether the word is said of one subject, and not of the gate. */
    public boolean namesSubject() {
        return this != PAUSE && this != RESUME;
    }

    /** Whether the word may be said for a time only. */
    public boolean takesUntil() {
        return this == BLOCK || this == TRUST || this == REGISTER || this == PAUSE;
    }
}
