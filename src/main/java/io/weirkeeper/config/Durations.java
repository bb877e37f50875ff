package io.weirkeeper.config;

import io.weirkeeper.core.limit.DurationText;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they stand in policies, settings and on the command line: {@code 250ms 5s 1m 2h 1d}. */
public final class Durations {

    /** A longer duration cannot be written: added to a time of the calendar it must stay within 64 bits. */
    public static final long LONGEST = Long.MAX_VALUE / 4;

    private static final Pattern WRITTEN = Pattern.compile("([0-9]+)(ms|s|m|h|d)");
    private static final Map<String, Long> UNITS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Durations() {}

    /** The milliseconds, 0 included; empty for what is not a duration or too long. */
    public static OptionalLong parse(String text) {
        return parse(text, problem -> {});
    }

    /** The same, and what is wrong with the text if something is. */
    static OptionalLong parse(String text, Consumer<String> problem) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            problem.accept(Quoted.of(text) + " is not a duration; write for example 250ms, 5s, 1m, 2h or 1d");
            return OptionalLong.empty();
        }
        long unit = Objects.requireNonNull(UNITS.get(matcher.group(2)));
        OptionalLong count = Numbers.parse(matcher.group(1));
        if (count.isEmpty() || count.getAsLong() > LONGEST / unit) {
            problem.accept(Quoted.of(text) + " is too long");
            return OptionalLong.empty();
        }
        return OptionalLong.of(count.getAsLong() * unit);
    }

    /** The same text for the same duration always, in the largest unit that divides it: {@code 90s} for 1.5 minutes. */
    public static String format(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("millis must not be negative: " + millis);
        }
        return DurationText.of(millis);
    }
}
