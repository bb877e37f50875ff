package io.weirkeeper.core.verdict;

/** Why a message was blocked. */
public enum Reason {
    /** The sender or the address is on a list, or an operator blocked the subject. */
    BLOCKLISTED,
    /** A penalty is in force. */
    PENALIZED,
    /** The policy lets only registered subjects through. */
    UNREGISTERED,
    /** It was older than the policy's maxAge when it came. */
    STALE,
    /** The same message id came before. */
    REDELIVERED,
    /** The same text came before. */
    DUPLICATE,
    RATE_LIMITED,
    /** A rule on content took its text for spam. */
    SPAM_CONTENT,
    /** It waited, or was to wait, and there was no room for it. */
    QUEUE_FULL,
    /** It waited too long. */
    QUEUE_EXPIRED,
    /** The provider refuses answers, and it found no room or waited too long. */
    PROVIDER_BACKOFF
}
