package io.weirkeeper.core.verdict;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * The message goes on to the responders.
 *
 * @param flags ids of the rules that matched in shadow mode, in the order in which they were asked
 * @param absorbed ids of the messages that were merged into this one
 * @param heldMillis from the arrival of the message that gives the id to the decision
 * @param bypass why no rule was applied, if none was
 */
public record Allowed(
        Message message,
        long decidedAt,
        long policyVersion,
        List<String> flags,
        List<String> absorbed,
        long heldMillis,
        Optional<String> bypass)
        implements Verdict {

    /** The bypass of those whom the policy calls admins. */
    public static final String ADMIN = "admin";

    /** One that did not wait. */
    public Allowed(Message message, long decidedAt, long policyVersion, List<String> flags, Optional<String> bypass) {
        this(message, decidedAt, policyVersion, flags, List.of(), 0, bypass);
    }

    /** A message that has come through all gates. */
    public static Allowed of(Candidate candidate, long decidedAt, long policyVersion) {
        return new Allowed(
                candidate.message(),
                decidedAt,
                policyVersion,
                candidate.flags(),
                candidate.absorbed(),
                candidate.heldUntil(decidedAt),
                Optional.empty());
    }

    public Allowed {
        flags = List.copyOf(flags);
        absorbed = List.copyOf(absorbed);
    }
}
