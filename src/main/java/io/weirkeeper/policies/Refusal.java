package io.weirkeeper.policies;

import java.util.List;

/**
 * A version on the topic that is not used.
 *
 * @param problems why not, for people: at least one
 */
public record Refusal(long version, List<String> problems) {
    public Refusal {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems must not be empty");
        }
        problems = List.copyOf(problems);
    }

    /** In one line, for a log. */
    @Override
    public String toString() {
        return "version " + version + ": " + String.join("; ", problems);
    }
}
