package io.weirkeeper.core.content;

/** Of which characters hosts are made in running text. */
final class HostText {
    private static final int ASCII_END = 0x80;
    private static final char IDEOGRAPHIC_FULL_STOP = '\u3002';
    private static final int SHORTEST_TOP_LEVEL = 2;

    private HostText() {}

    /** Letters, digits, marks, "-", "_", "." and the ideographic full stop, which separates labels too. */
    static boolean isPart(int c) {
        if (c < ASCII_END) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-'
                    || c == '_';
        }
        return c == IDEOGRAPHIC_FULL_STOP || Character.isLetterOrDigit(c) || isMark(c);
    }

    /** Whether a host may begin with this: marks may belong to an emoji before it. */
    static boolean begins(int c) {
        return isPart(c) && !isMark(c) && (c > Character.MAX_VALUE || !isPadding((char) c));
    }

    static boolean isDot(char c) {
        return c == '.' || c == IDEOGRAPHIC_FULL_STOP;
    }

    /** Without what only punctuates or marks up: dots, "-" and "_" at the ends. */
    static String trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isPadding(text.charAt(from))) {
            from++;
        }
        while (to > from && isPadding(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether there is a name before the last dot and an alphabetic top-level domain of two letters or more after it. */
    static boolean hasTopLevel(String host) {
        int dot = host.length() - 1;
        while (dot >= 0 && !isDot(host.charAt(dot))) {
            dot--;
        }
        String top = host.substring(dot + 1);
        if (dot < 1 || top.codePointCount(0, top.length()) < SHORTEST_TOP_LEVEL) {
            return false;
        }
        if (top.regionMatches(true, 0, "xn--", 0, "xn--".length())) {
            return true;
        }
        boolean ascii = top.chars().allMatch(c -> c < ASCII_END);
        return (ascii || host.charAt(dot) == '.') && top.codePoints().allMatch(c -> Character.isLetter(c) || isMark(c));
    }

    private static boolean isPadding(char c) {
        return isDot(c) || c == '-' || c == '_';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
