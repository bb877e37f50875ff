package io.weirkeeper.config;

import io.weirkeeper.core.policy.Policy;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads policy files. A policy with any problem is refused whole; nothing in it is ignored or guessed at, and all
 * problems are told at once.
 */
public final class PolicyReader {

    /** The longest window of limits and duplicates that the state keeps, if the settings do not say otherwise. */
    public static final Duration DEFAULT_LONGEST_WINDOW = Duration.ofDays(1);

    private final LongestWindow longestWindow;

    /**
     * @param longestWindow the setting {@code state.longestWindow}: policies with longer windows are refused
     */
    public PolicyReader(Duration longestWindow) {
        this.longestWindow = new LongestWindow(longestWindow.toMillis());
    }

    /** A reader with the default setting. */
    public PolicyReader() {
        this(DEFAULT_LONGEST_WINDOW);
    }

    /** The policy in this text, or everything that is wrong with it. Throws nothing, whatever the text is. */
    public PolicyReading read(String yaml) {
        Problems problems = new Problems();
        Optional<Policy> policy = YamlDocument.read(yaml, problems)
                .flatMap(root -> root.mapping(map -> PolicySections.read(map, longestWindow)));
        if (!problems.isEmpty()) {
            return new PolicyReading.Invalid(problems.byLine());
        }
        return new PolicyReading.Valid(policy.orElseThrow());
    }
}
