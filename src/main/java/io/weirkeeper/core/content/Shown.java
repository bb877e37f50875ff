package io.weirkeeper.core.content;

/** What of a text is shown to people in a detail. */
final class Shown {
    private Shown() {}

    /** At most so many code points, with three dots if there were more. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "...";
    }
}
