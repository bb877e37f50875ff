package io.weirkeeper.core.policy;

/**
 * A text of nothing but capitals and spaces.
 *
 * @param min the shortest length that counts, in characters and with the spaces between words, at least 1
 */
public record CapitalsRule(ContentTerms terms, int min) {

    /** The id of this rule, of which a policy has at most one. */
    public static final String ID = "capitals";

    public CapitalsRule {
        if (min < 1) {
            throw new IllegalArgumentException("min must be at least 1, not " + min);
        }
    }
}
