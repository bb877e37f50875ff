package io.weirkeeper.config;

import java.util.regex.Pattern;

/** What an author wrote, in the form in which a problem repeats it: on one line and not too long. */
final class Quoted {
    private static final int LONGEST = 60;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private Quoted() {}

    /** The text in quotation marks, shortened. */
    static String of(String text) {
        return '"' + shortened(text) + '"';
    }

    /** The start of the text, without anything that would not show. */
    static String shortened(String text) {
        String start = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
        return CONTROL.matcher(start).replaceAll(" ");
    }
}
