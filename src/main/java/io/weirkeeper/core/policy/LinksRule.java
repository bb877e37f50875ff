package io.weirkeeper.core.policy;

import java.util.Set;

/**
 * Too many links, unless all of them lead to trusted domains.
 *
 * @param max how many are allowed, 0 or more
 * @param trustedDomains in lower case ASCII (punycode); each stands for itself and all domains below it
 */
public record LinksRule(ContentTerms terms, int max, Set<String> trustedDomains) {

    /** The id of this rule, of which a policy has at most one. */
    public static final String ID = "links";

    public LinksRule {
        if (max < 0) {
            throw new IllegalArgumentException("max must not be negative: " + max);
        }
        trustedDomains = Set.copyOf(trustedDomains);
    }
}
