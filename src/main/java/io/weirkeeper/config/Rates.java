package io.weirkeeper.config;

import io.weirkeeper.core.limit.Rate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates as they stand in policies: {@code 5 per 1m}. */
public final class Rates {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]+)\\s+per\\s+(\\S+)");

    private Rates() {}

    /** The rate that stands here. */
    static Optional<Rate> read(YamlValue value) {
        return value.text().flatMap(text -> parse(text, value::problem));
    }

    /** The rate; empty for what is not one, allows nothing or is too large. */
    public static Optional<Rate> parse(String text) {
        return parse(text, problem -> {});
    }

    /** The same, and what is wrong with the text if something is. */
    static Optional<Rate> parse(String text, Consumer<String> problem) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            problem.accept(Quoted.of(text) + " is not a rate; write for example 5 per 1m");
            return Optional.empty();
        }
        OptionalLong count = Numbers.parse(matcher.group(1));
        OptionalLong window = Durations.parse(matcher.group(2), problem);
        if (count.isEmpty()) {
            problem.accept(Quoted.of(matcher.group(1)) + " is too large a count");
        } else if (count.getAsLong() == 0) {
            problem.accept(Quoted.of(text) + " allows nothing; the count must be at least 1");
        }
        if (window.isPresent() && window.getAsLong() == 0) {
            problem.accept(Quoted.of(text) + " has no window; it must be longer than 0");
        }
        return count.orElse(0) > 0 && window.orElse(0) > 0
                ? Optional.of(new Rate(count.getAsLong(), window.getAsLong()))
                : Optional.empty();
    }
}
