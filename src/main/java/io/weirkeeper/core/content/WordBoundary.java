package io.weirkeeper.core.content;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where words begin and end: between a letter, digit or mark and anything else. Scripts that are written without spaces have
 * boundaries around each character, since only a dictionary would know their words.
 */
final class WordBoundary {
    private static final int ASCII_END = 0x80;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private WordBoundary() {}

    /** Whether a part of a text cuts no word at either end. */
    static boolean around(String text, int start, int end) {
        return at(text, start) && at(text, end);
    }

    private static boolean at(String text, int i) {
        return i == 0 || i == text.length() || !inWord(text.codePointBefore(i)) || !inWord(text.codePointAt(i));
    }

    private static boolean inWord(int c) {
        if (c < ASCII_END) {
            return Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> !WITHOUT_SPACES.contains(UnicodeScript.of(c));
            default -> false;
        };
    }
}
