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
        if (!VisibleText.isAscii(text)) {
            return ofVisible(VisibleText.of(text));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return isCollapsed(lower) ? lower : collapse(lower);
    }

    /** Lower case letter by letter: String.toLowerCase looks at the whole text for every Greek capital sigma. */
    static String lower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case 0x0130 -> out.append("i\u0307");
                case 0x03C2 -> out.append('\u03C3');
                default -> out.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return out.toString();
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

    /** The comparable form of a text of which the visible form is made already. */
    static String ofVisible(String visible) {
        return collapse(Normalizer.normalize(lower(visible), Normalizer.Form.NFKC));
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
                || c == 0x85
                || (c >= 0x1C && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    /** Most texts have single spaces and no control characters already. */
    private static boolean isCollapsed(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (space && c == ' ')) {
                return false;
            }
            space = c == ' ';
        }
        return text.isEmpty() || !space;
    }
}
