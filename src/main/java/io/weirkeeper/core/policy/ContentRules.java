package io.weirkeeper.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is judged of a text.
 *
 * @param strikes what a blocked text adds to the ledger; 0 for nothing
 */
public record ContentRules(
        List<KeywordRule> keywords,
        List<PatternRule> patterns,
        Optional<RepeatedRule> repeated,
        Optional<CapitalsRule> capitals,
        Optional<LinksRule> links,
        Optional<ClassifierRule> classifier,
        int strikes) {

    /** Any text is good. */
    public static final ContentRules NONE = new ContentRules(
            List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

    public ContentRules {
        keywords = List.copyOf(keywords);
        patterns = List.copyOf(patterns);
        if (strikes < 0) {
            throw new IllegalArgumentException("strikes must not be negative: " + strikes);
        }
    }

    /** Whether there is no rule. */
    public boolean isEmpty() {
        return terms().findAny().isEmpty();
    }

    /** The terms of all rules, in the order in which the first match names the verdict. */
    public Stream<ContentTerms> terms() {
        return Stream.of(
                        keywords.stream().map(KeywordRule::terms),
                        patterns.stream().map(PatternRule::terms),
                        repeated.stream().map(RepeatedRule::terms),
                        capitals.stream().map(CapitalsRule::terms),
                        links.stream().map(LinksRule::terms),
                        classifier.stream().map(ClassifierRule::terms))
                .flatMap(terms -> terms);
    }
}
