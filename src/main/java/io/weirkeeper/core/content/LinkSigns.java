package io.weirkeeper.core.content;

/** What single characters, and the two schemes, mean around links. */
final class LinkSigns {
    private LinkSigns() {}

    /** Of an e-mail address, before the "@". */
    static boolean isLocalPart(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._%+-".indexOf(c) >= 0;
    }

    /** The length of "http://" or "https://" at a place, with either kind of slashes; 0 if there is none. */
    static int schemeLength(String text, int at) {
        boolean h = text.charAt(at) == 'h' || text.charAt(at) == 'H';
        if (!h || !text.regionMatches(true, at, "http", 0, "http".length())) {
            return 0;
        }
        int colon = at + "http".length();
        colon += text.regionMatches(true, colon, "s", 0, 1) ? 1 : 0;
        boolean slashes = colon + 2 < text.length()
                && text.charAt(colon) == ':'
                && isSlash(text.charAt(colon + 1))
                && isSlash(text.charAt(colon + 2));
        return slashes ? colon + 3 - at : 0;
    }

    static boolean endsAuthority(char c) {
        return isSlash(c) || c == '?' || c == '#' || c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean endsLink(char c) {
        return c <= ' ' || "\"'<>()[]{},;|`".indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
