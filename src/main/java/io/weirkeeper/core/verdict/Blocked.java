package io.weirkeeper.core.verdict;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Penalty;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The message stops here.
 *
 * @param rule the id of the rule that stopped it, if one did
 * @param detail why, for people
 * @param retryAt the earliest time at which the same message would pass if nothing else came, epoch milliseconds
 * @param penalty what this message led to, or what is in force
 * @param notice what may be answered to the sender
 * @param heldMillis is not part of the record that is written
 */
public record Blocked(
        Message message,
        long decidedAt,
        long policyVersion,
        Reason reason,
        Optional<String> rule,
        String detail,
        OptionalLong retryAt,
        Optional<Penalty> penalty,
        Optional<String> notice,
        long heldMillis)
        implements Verdict {

    /** One that did not wait. */
    public Blocked(
            Message message,
            long decidedAt,
            long policyVersion,
            Reason reason,
            Optional<String> rule,
            String detail,
            OptionalLong retryAt,
            Optional<Penalty> penalty,
            Optional<String> notice) {
        this(message, decidedAt, policyVersion, reason, rule, detail, retryAt, penalty, notice, 0);
    }
}
