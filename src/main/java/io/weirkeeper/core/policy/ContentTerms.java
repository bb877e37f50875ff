package io.weirkeeper.core.policy;

/**
 * What all rules on content have.
 *
 * @param id by which verdicts name the rule
 */
public record ContentTerms(String id, Severity severity, Mode mode, Condition when) {
    public ContentTerms {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id must not be empty");
        }
    }
}
