package io.weirkeeper.core.message;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text in the form in which it is compared: Unicode NFKC, zero-width characters removed, lower case, white space
 * collapsed to single spaces and none at the ends.
 */
public final class ComparableText {
    private static final int ASCII_END = 0x80;

    private ComparableText() {}

    /** The comparable form of a text; empty when nothing visible is left. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return collapse(composed.toLowerCase(Locale.ROOT));
    }

    /** Whether a code point takes no room and shows nothing. */
    public static boolean isZeroWidth(int codePoint) {
        return codePoint == 0x00AD
                || codePoint == 0x180E
                || (codePoint >= 0x200B && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x2064)
                || codePoint == 0xFEFF;
    }

    private static String collapse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = !out.isEmpty();
            } else if (c < ASCII_END || !isZeroWidth(c)) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x1C && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    /** Most texts are plain already: ASCII in lower case with single spaces. They are compared as they are. */
    private static boolean isPlain(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= ASCII_END || (c >= 'A' && c <= 'Z') || (space && c == ' ')) {
                return false;
            }
            space = c == ' ';
        }
        return text.isEmpty() || !space;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII_END) {
                return false;
            }
        }
        return true;
    }
}
