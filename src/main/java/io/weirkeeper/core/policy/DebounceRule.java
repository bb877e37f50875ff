package io.weirkeeper.core.policy;

import io.weirkeeper.core.message.MessageField;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Messages that come in quick succession become one: each waits until nothing has come for a while.
 *
 * @param quiet how long nothing must have come, in milliseconds
 * @param maxWait after so many milliseconds the burst ends even if more comes
 * @param maxMessages the message that makes it so many ends the burst at once
 * @param keep what a burst becomes
 * @param per the fields that make up the key within which messages are a burst; a missing field is a value of its own
 */
public record DebounceRule(
        long quiet,
        OptionalLong maxWait,
        OptionalInt maxMessages,
        Keep keep,
        Set<MessageField> per,
        Mode mode,
        Condition when) {

    /** The id of this rule, of which a policy has at most one. */
    public static final String ID = "debounce";

    /** What a burst becomes. */
    public enum Keep {
        /** Its last message. */
        LAST,
        /** Its last message with the texts of all, in order, a line each. */
        MERGE
    }

    public DebounceRule {
        if (quiet < 1) {
            throw new IllegalArgumentException("quiet must be at least 1 ms, not " + quiet);
        }
        if (maxWait.isPresent() && maxWait.getAsLong() < quiet) {
            throw new IllegalArgumentException(
                    "maxWait must not be shorter than quiet (" + quiet + " ms): " + maxWait.getAsLong());
        }
        if (maxMessages.isPresent() && maxMessages.getAsInt() < 2) {
            throw new IllegalArgumentException("maxMessages must be at least 2, not " + maxMessages.getAsInt());
        }
        per = Set.copyOf(per);
    }

    /** When a burst is over, epoch milliseconds. */
    public long dueAt(long first, long last) {
        return maxWait.isPresent() ? Math.min(last + quiet, first + maxWait.getAsLong()) : last + quiet;
    }

    /** Whether a burst of so many messages is over, however long ago the last came. */
    public boolean isFull(int messages) {
        return maxMessages.isPresent() && messages >= maxMessages.getAsInt();
    }
}
