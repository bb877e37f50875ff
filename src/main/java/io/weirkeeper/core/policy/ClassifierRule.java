package io.weirkeeper.core.policy;

import io.weirkeeper.core.classify.Model;

/**
 * What a trained model takes for spam.
 *
 * @param threshold the score from which on a text is taken for spam, above 0 and at most 1
 */
public record ClassifierRule(ContentTerms terms, Model model, double threshold) {

    /** The id of this rule, of which a policy has at most one. */
    public static final String ID = "classifier";

    public ClassifierRule {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be above 0 and at most 1, not " + threshold);
        }
    }
}
