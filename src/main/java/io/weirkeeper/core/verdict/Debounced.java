package io.weirkeeper.core.verdict;

import io.weirkeeper.core.message.Message;

/**
 * A later message of the same burst is judged in its place.
 *
 * @param by the id of the message that superseded it, or into which it went
 * @param heldMillis is not part of the record that is written
 */
public record Debounced(Message message, long decidedAt, long policyVersion, Cause cause, String by, long heldMillis)
        implements Verdict {

    /** One that did not wait. */
    public Debounced(Message message, long decidedAt, long policyVersion, Cause cause, String by) {
        this(message, decidedAt, policyVersion, cause, by, 0);
    }

    /** Why a message is not judged by itself. */
    public enum Cause {
        /** A later message took its place. */
        SUPERSEDED,
        /** Its text went into a later message. */
        MERGED
    }
}
