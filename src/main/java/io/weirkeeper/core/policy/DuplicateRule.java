package io.weirkeeper.core.policy;

import io.weirkeeper.core.message.MessageField;
import java.util.Set;

/**
 * The same text again within a window is blocked.
 *
 * @param window milliseconds
 * @param per the fields that make up the key within which texts are compared; a missing field is a value of its own
 * @param strikes what a duplicate adds to the ledger; 0 for nothing
 */
public record DuplicateRule(long window, Set<MessageField> per, int strikes, Mode mode, Condition when) {

    /** The id of this rule, of which a policy has at most one. */
    public static final String ID = "duplicates";

    public DuplicateRule {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1 ms, not " + window);
        }
        per = Set.copyOf(per);
    }
}
