package io.weirkeeper.core.policy;

/** How bad it is that a content rule matches. */
public enum Severity {
    /** Blocks the message. */
    HIGH,
    /** Flags it. */
    MEDIUM,
    /** Flags it. */
    LOW;

    /** Whether a match stops the message. */
    public boolean blocks() {
        return this == HIGH;
    }
}
