package io.weirkeeper.core.policy;

/**
 * A word or phrase that must not be in a text.
 *
 * @param text compared in normalised form, with confusable letters folded
 * @param anywhere also within words; otherwise it must begin and end where words do
 */
public record KeywordRule(ContentTerms terms, String text, boolean anywhere) {}
