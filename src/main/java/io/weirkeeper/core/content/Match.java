package io.weirkeeper.core.content;

import io.weirkeeper.core.policy.ContentTerms;

/**
 * A rule that a text offends against.
 *
 * @param detail why, for people: "4 links; 3 allowed"
 */
public record Match(ContentTerms rule, String detail) {}
