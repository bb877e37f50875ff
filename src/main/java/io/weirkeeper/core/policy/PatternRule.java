package io.weirkeeper.core.policy;

import com.google.re2j.Pattern;

/** A regular expression that must not be found in a text. Two rules are equal if their expressions are written alike. */
public record PatternRule(ContentTerms terms, Pattern pattern) {}
