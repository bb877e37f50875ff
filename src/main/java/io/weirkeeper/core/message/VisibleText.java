package io.weirkeeper.core.message;

import java.text.Normalizer;

/** Text as a reader sees it: Unicode NFKC without zero-width characters; case and white space are kept. */
final class VisibleText {
    private static final int ASCII_END = 0x80;

    /** As in Unicode's stream-safe text format (UAX 15): no language writes more marks on one letter. */
    private static final int MOST_MARKS = 30;

    private VisibleText() {}

    static String of(String text) {
        return isAscii(text) ? text : Normalizer.normalize(sparse(text), Normalizer.Form.NFKC);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII_END) {
                return false;
            }
        }
        return true;
    }

    /**
     * Without zero-width characters, which would keep marks from their letters, and without what is too much of a run of
     * marks: to put n of them in order takes the normaliser n * n steps.
     */
    private static String sparse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!ComparableText.isZeroWidth(c)) {
                marks = isMark(c) ? marks + 1 : 0;
                if (marks <= MOST_MARKS) {
                    out.appendCodePoint(c);
                }
            }
        }
        return out.toString();
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
