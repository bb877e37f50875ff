package io.weirkeeper.core.verdict;

import io.weirkeeper.core.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * The message goes on to the responders.
 *
 * @param flags ids of the rules that matched in shadow mode, in the order in which they were asked
 * @param bypass why no rule was applied, if none was
 */
public record Allowed(Message message, long decidedAt, long policyVersion, List<String> flags, Optional<String> bypass)
        implements Verdict {

    /** The bypass of those whom the policy calls admins. */
    public static final String ADMIN = "admin";

    public Allowed {
        flags = List.copyOf(flags);
    }
}
