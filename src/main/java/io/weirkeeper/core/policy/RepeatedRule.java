package io.weirkeeper.core.policy;

/**
 * One character again and again.
 *
 * @param max how often in a row is allowed, at least 1
 */
public record RepeatedRule(ContentTerms terms, int max) {

    /** The id of this rule, of which a policy has at most one. */
    public static final String ID = "repeated";

    public RepeatedRule {
        if (max < 1) {
            throw new IllegalArgumentException("max must be at least 1, not " + max);
        }
    }
}
