package io.weirkeeper.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** A regular expression in the syntax of RE2, which matches in linear time. */
final class RegexValue {
    private RegexValue() {}

    static Optional<Pattern> read(YamlValue value) {
        return value.nonEmptyText().flatMap(text -> {
            if (RegexSize.of(text).isTooLarge()) {
                value.problem("too large a regular expression, with its repetitions written out");
                return Optional.empty();
            }
            try {
                return Optional.of(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                value.problem(
                        "not a regular expression of RE2: " + e.getDescription() + " " + Quoted.of(e.getPattern()));
                return Optional.empty();
            }
        });
    }
}
