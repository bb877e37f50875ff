package io.weirkeeper.classifier;

/** Foreign text as it may be shown on a terminal. */
final class Shown {
    private static final int LONGEST = 100;

    private Shown() {}

    /** One line, without control characters, cut when it is long. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int left = LONGEST;
        for (int i = 0; i < text.length(); ) {
            if (left-- == 0) {
                return shown.append("...").toString();
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            shown.appendCodePoint(isPlain(c) ? c : ' ');
        }
        return shown.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
