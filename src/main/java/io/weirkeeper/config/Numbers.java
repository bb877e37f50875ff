package io.weirkeeper.config;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers as they stand in files: decimal digits, with a minus sign for negative ones, and a point in those with a fraction. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Numbers() {}

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** The number; empty for what is not one, such as .5 or 1e3. */
    static OptionalDouble parseDecimal(String text) {
        return DECIMAL.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** The number; empty for what is not one or does not fit into 64 bits. */
    static OptionalLong parse(String text) {
        if (!isWhole(text)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
