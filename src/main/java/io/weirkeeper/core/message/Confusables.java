package io.weirkeeper.core.message;

import java.text.Normalizer;

/**
 * Letters of other alphabets that look like Latin ones, and signs that disguise letters.
 *
 * <p>The idea is that of skeletons in Unicode Technical Standard 39, with a small table of our own: what NFKC folds
 * already (full width, mathematical, circled) is not in it, nor are digits that stand for letters, since "1" is more
 * often a number than an "l". Cyrillic letters fold in both cases; Greek and Armenian ones by what each case looks like.
 */
final class Confusables {
    private static final String LOOK_ALIKES = """
            a 0251 0391 03B1 0410 0430 13AA 1D00 A4EE AB7A
            b 0185 0299 0392 03B2 0412 042C 0432 044C 13F4 13FC A4D0
            c 0421 0441 13DF 1D04 2CA4 2CA5 A4DA ABAF
            d 0256 0500 0501 13A0 13E7 1D05 A4D3 AB70 ABB7
            e 025B 0395 03B5 0415 0435 04BC 04BD 13AC 1D07 A4F0 AB7C
            f 0192 03DC 03DD 0492 0493 A4DD A730
            g 0261 0262 050C 050D 0581 13C0 13F3 13FB A4D6 AB90
            h 029C 0397 041D 043D 04BA 04BB 0570 13BB A4E7 AB8B
            i 0130 0131 0269 026A 0399 03B9 0406 0456 13A5 A4F2 AB75
            j 0237 037F 03F3 0408 0458 0575 13AB 1D0A A4D9 AB7B
            k 0138 039A 03BA 041A 043A 13E6 1D0B A4D7 ABB6
            l 029F 04C0 04CF 053C 13DE A4E1 ABAE
            m 039C 041C 043C 13B7 1D0D A4DF AB87
            n 0274 039D 03B7 043F 0578 057C A4E0
            o 039F 03BF 041E 043E 0555 0585 1D0F 2C9E 2C9F A4F3
            p 03A1 03C1 0420 0440 13E2 1D18 2CA2 2CA3 A4D1 ABB2
            q 051A 051B 0563 0566
            r 027E 0280 0433 13A1 13D2 A4E3 AB71 ABA2
            s 0405 0455 054F 13D5 13DA A4E2 A731 ABA5 ABAA
            t 03A4 03C4 0422 0442 13A2 1D1B A4D4 AB72
            u 028B 03BC 03C5 054D 057D 1D1C A4F4
            v 03BD 0474 0475 13D9 1D20 A4E6 ABA9
            w 026F 03C9 051C 051D 0561 13B3 13D4 1D21 A4EA AB83 ABA4
            x 03A7 03C7 0425 0445 2CAC 2CAD A4EB
            y 0263 028F 03A5 03B3 0423 0443 04AE 04AF 13A9 13BD A4EC AB79 AB8D
            z 0396 13C3 1D22 A4DC AB93
            """;

    private static final char[] LATIN = table();

    private static final int FIRST_NEGATIVE_CIRCLED = 0x1F150;
    private static final int FIRST_NEGATIVE_SQUARED = 0x1F170;
    private static final int LETTERS = 26;

    /** All letters that are made of a letter and marks and have an alphabet with case lie below. */
    private static final int COMPOSED_END = 0x2000;

    private Confusables() {}

    /**
     * The text with Latin letters, in lower case, instead of those that look like them. Marks that did not compose with
     * their letter disguise it ("free" struck through): they go, with the other marks of that letter. A letter with an accent
     * of its own is another letter (Spanish "año" is not "ano") and stays.
     *
     * @param visible in NFKC
     */
    static String fold(String visible) {
        StringBuilder out = new StringBuilder(visible.length());
        for (int i = 0; i < visible.length(); ) {
            int c = visible.codePointAt(i);
            int next = i + Character.charCount(c);
            int end = next;
            while (end < visible.length() && isDisguise(visible.codePointAt(end))) {
                end += Character.charCount(visible.codePointAt(end));
            }
            if (!isDisguise(c)) {
                out.appendCodePoint(latin(end > next ? bare(c) : c));
            }
            i = end;
        }
        return out.toString();
    }

    private static int latin(int c) {
        if (c < LATIN.length) {
            return LATIN[c] == 0 ? c : LATIN[c];
        }
        if (c >= FIRST_NEGATIVE_CIRCLED && c < FIRST_NEGATIVE_CIRCLED + LETTERS) {
            return 'a' + c - FIRST_NEGATIVE_CIRCLED;
        }
        return c >= FIRST_NEGATIVE_SQUARED && c < FIRST_NEGATIVE_SQUARED + LETTERS
                ? 'a' + c - FIRST_NEGATIVE_SQUARED
                : c;
    }

    /** Marks of no alphabet in particular, variation selectors, and what shows nothing. */
    private static boolean isDisguise(int c) {
        return c >= 0x0300
                && (c <= 0x036F
                        || c == 0x061C
                        || c == 0x115F
                        || c == 0x1160
                        || (c >= 0x1AB0 && c <= 0x1AFF)
                        || (c >= 0x1DC0 && c <= 0x1DFF)
                        || (c >= 0x2065 && c <= 0x206F)
                        || (c >= 0x20D0 && c <= 0x20FF)
                        || (c >= 0xFE00 && c <= 0xFE0F)
                        || (c >= 0xFE20 && c <= 0xFE2F)
                        || (c >= 0xE0000 && c <= 0xE0FFF));
    }

    private static int bare(int c) {
        return c < 0x80 || c >= COMPOSED_END
                ? c
                : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .codePointAt(0);
    }

    private static char[] table() {
        char[] table = new char[0x10000];
        for (String row : LOOK_ALIKES.split("\n", -1)) {
            if (row.isEmpty()) {
                continue;
            }
            for (String code : row.substring(2).split(" ", -1)) {
                table[Integer.parseInt(code, 16)] = row.charAt(0);
            }
        }
        return table;
    }
}
