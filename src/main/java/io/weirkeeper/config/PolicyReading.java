package io.weirkeeper.config;

import io.weirkeeper.core.policy.Policy;
import java.util.List;

/** What became of the text of a policy: it is taken whole or refused whole. */
public sealed interface PolicyReading {

    /** The policy, of version 0 because it is not published yet. */
    record Valid(Policy policy) implements PolicyReading {}

    /**
     * Why there is no policy.
     *
     * @param problems all of them by line, at least one
     */
    record Invalid(List<Problem> problems) implements PolicyReading {
        public Invalid {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems must not be empty");
            }
            problems = List.copyOf(problems);
        }
    }
}
