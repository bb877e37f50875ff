package io.weirkeeper.config;

import java.util.OptionalInt;

/**
 * Lines that would take too long to read: the time that the YAML scanner takes for a comment or a scalar goes by the square of its length
 * on one line, and for eight million characters that is minutes.
 */
final class LongLines {
    /** In UTF-16 units. */
    static final int LONGEST = 1024 * 1024;

    private LongLines() {}

    /** The first line that is too long, counted from 1. */
    static OptionalInt first(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i - start > LONGEST) {
                return OptionalInt.of(line);
            }
            if (i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r')) {
                line += text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 0 : 1;
                start = i + 1;
            }
        }
        return OptionalInt.empty();
    }
}
