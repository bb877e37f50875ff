package io.weirkeeper.core.penalty;

/** What violations lead to. */
public enum PenaltyKind {
    /** Says so once and stops nothing. */
    WARNING,
    TIMEOUT,
    BAN,
    /** Ends only by a pardon. */
    PERMANENT
}
