package io.weirkeeper.policies;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A policy that somebody wants to be in force.
 *
 * @param yaml the policy file, comments included
 * @param author who wants it; empty if not known
 * @param note what it changes and why, for people; empty if not said
 */
public record Draft(String yaml, String author, String note) {
    /** The largest policy that can be published, in bytes of UTF-8: room for 100,000 keywords. */
    public static final int LARGEST_YAML = 8 * 1024 * 1024;

    /** The longest author and note, in characters. */
    public static final int LONGEST_TEXT = 2_000;

    /** What keeps it from being published, whatever it says. */
    public Optional<String> problem() {
        int size = yaml.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_YAML) {
            return Optional.of("the policy has " + size + " bytes, and at most " + LARGEST_YAML + " can be published");
        }
        if (author.length() > LONGEST_TEXT || note.length() > LONGEST_TEXT) {
            return Optional.of("author and note have at most " + LONGEST_TEXT + " characters each");
        }
        return Optional.empty();
    }
}
