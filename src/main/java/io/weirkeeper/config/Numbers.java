package io.weirkeeper.config;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whole numbers as they stand in files: decimal digits, with a minus sign for negative ones. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private Numbers() {}

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
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
