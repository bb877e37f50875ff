package io.weirkeeper.core.classify;

/** How the features see single characters. */
final class Letters {
    static final int ASCII_END = 0x80;

    private static final long PRIME = 0x100000001B3L;

    private Letters() {}

    /** Whether a character of comparable text is part of a word; halves of a pair are, whatever it is. */
    static boolean isWordPart(char c) {
        if (c < ASCII_END) {
            return (c >= 'a' && c <= 'z') || isDigit(c);
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A hash with one more character. Digits all look alike: a telephone number is not seen again, its form is. */
    static long hash(long before, char c) {
        long hash = (before ^ (isDigit(c) ? '0' : c)) * PRIME;
        return hash ^ (hash >>> 29);
    }
}
