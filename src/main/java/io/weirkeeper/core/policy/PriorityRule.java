package io.weirkeeper.core.policy;

import io.weirkeeper.core.message.Message;

/**
 * The priority of messages that name none.
 *
 * @param is 0 to 9, 9 is the most urgent
 */
public record PriorityRule(Condition when, int is) {

    public PriorityRule {
        if (is < 0 || is > Message.HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("priority must be 0 to 9, not " + is);
        }
    }
}
