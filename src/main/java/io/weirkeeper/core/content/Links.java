package io.weirkeeper.core.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the links in a text: {@code http://} and {@code https://} wherever they stand, {@code www.} and a letter or digit, and
 * a host with an alphabetic top-level domain before a slash; no e-mail addresses. What follows the host up to white space,
 * a quote, a bracket, "," ";" or "|" belongs to the link, but for another http:// in it.
 *
 * <p>The host is read as browsers do (WHATWG URL Standard): what stands before the last "@" is a user, "\" is a
 * slash, more than two slashes are two. One pass; each character is looked at a bounded number of times.
 */
final class Links {
    private static final String WWW = "www.";
    private static final int ASCII_END = 0x80;

    private final String text;
    private final List<Link> found = new ArrayList<>();
    private int i = 0;

    /** An authority as far as it may go, kept until the reader is behind it: many links may stand in one. */
    private int authorityEnd = 0;

    private int lastAt = -1;
    private int lastBracket = -1;
    private String owner = "";

    /** What stands behind the last "@" of the authority, and where it ends. */
    private String realHost = "";

    private int realHostEnd = 0;

    /** The first character at or behind the reader that ends a link; moves forward only. */
    private int separator = 0;

    private Links(String text) {
        this.text = text;
    }

    /**
     * All links in the order of the text.
     *
     * @param visible in NFKC without zero-width characters
     */
    static List<Link> in(String visible) {
        Links links = new Links(visible);
        links.read();
        return links.found;
    }

    private void read() {
        while (i < text.length()) {
            int scheme = LinkSigns.schemeLength(text, i);
            if (scheme > 0) {
                i = afterSlashes(i + scheme);
                link();
            } else if (HostText.begins(text.codePointAt(i))) {
                name();
            } else {
                i += Character.charCount(text.codePointAt(i));
            }
        }
    }

    /** A run of host characters: a link, a part of an e-mail address or nothing. */
    private void name() {
        int end = nameEnd();
        boolean mail = i > 1 && text.charAt(i - 1) == '@' && LinkSigns.isLocalPart(text.charAt(i - 2));
        if (!mail && isWww(i)) {
            link();
            return;
        }
        String host = HostText.trimmed(text, i, end);
        int afterPort = afterPort(end);
        boolean slash = afterPort < text.length() && text.charAt(afterPort) == '/';
        i = end;
        if (!mail && slash && HostText.hasTopLevel(host)) {
            found.add(new Link(host, host));
            i = afterPort;
            path();
        }
    }

    /** A run of host characters ends at two dots, where a scheme begins, and where www. follows a letter of another script. */
    private int nameEnd() {
        int end = i + Character.charCount(text.codePointAt(i));
        while (end < text.length()
                && HostText.isPart(text.codePointAt(end))
                && LinkSigns.schemeLength(text, end) == 0) {
            char before = text.charAt(end - 1);
            if (HostText.isDot(before) ? HostText.isDot(text.charAt(end)) : before >= ASCII_END && isWww(end)) {
                return end;
            }
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private boolean isWww(int at) {
        int after = at + WWW.length();
        return text.regionMatches(true, at, WWW, 0, WWW.length())
                && after < text.length()
                && Character.isLetterOrDigit(text.codePointAt(after));
    }

    /** A link whose authority begins here. */
    private void link() {
        if (i < text.length() && LinkSigns.schemeLength(text, i) > 0) {
            found.add(new Link("", ""));
            return;
        }
        if (i >= authorityEnd) {
            readAuthority();
        }
        boolean hasUser = lastAt >= i;
        int end = hasUser ? realHostEnd : hostEnd(i);
        String host = hasUser ? realHost : HostText.trimmed(text, i, end);
        found.add(new Link(host, owner.isEmpty() ? host : owner));
        i = hasUser && isListed() ? hostEnd(i) : afterPort(end);
        if (i == authorityEnd) {
            path();
        }
    }

    /** Whether what would be a user may be the first of several links, glued with commas. */
    private boolean isListed() {
        separator = Math.max(separator, i);
        while (separator < text.length() && !LinkSigns.endsLink(text.charAt(separator))) {
            separator++;
        }
        return separator <= lastAt;
    }

    /** Finds how far the authority may go, the last "@" in it and the last name with a dot. */
    private void readAuthority() {
        int nameStart = i;
        lastAt = -1;
        lastBracket = -1;
        owner = "";
        int end = i;
        while (end < text.length() && !LinkSigns.endsAuthority(text.charAt(end))) {
            lastAt = text.charAt(end) == '@' ? end : lastAt;
            lastBracket = text.charAt(end) == ']' ? end : lastBracket;
            end++;
        }
        authorityEnd = end;
        realHostEnd = lastAt < 0 ? i : hostEnd(lastAt + 1);
        realHost = lastAt < 0 ? "" : HostText.trimmed(text, lastAt + 1, realHostEnd);
        for (int at = nameStart; at < end; ) {
            int nameEnd = hostEnd(at);
            String name = HostText.trimmed(text, at, nameEnd);
            if (name.chars().anyMatch(c -> HostText.isDot((char) c))) {
                owner = name;
            }
            at = Math.max(nameEnd, at + 1);
        }
    }

    /** Where the host ends that starts here: it may be percent-encoded. */
    private int hostEnd(int start) {
        if (text.startsWith("[", start)) {
            return endOfAddress(start);
        }
        int end = start;
        while (end < authorityEnd
                && (text.charAt(end) == '%' || HostText.isPart(text.codePointAt(end)))
                && LinkSigns.schemeLength(text, end) == 0) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Where the brackets of an IPv6 address close; right at the start if they do not. */
    private int endOfAddress(int start) {
        for (int at = start; at <= lastBracket; at++) {
            if (text.charAt(at) == ']') {
                return at + 1;
            }
        }
        return start;
    }

    private int afterPort(int end) {
        int port = end;
        if (port < text.length() && text.charAt(port) == ':') {
            port++;
            while (port < text.length() && text.charAt(port) >= '0' && text.charAt(port) <= '9') {
                port++;
            }
        }
        return port;
    }

    /** Goes to the end of what belongs to a link. */
    private void path() {
        while (i < text.length() && !LinkSigns.endsLink(text.charAt(i)) && LinkSigns.schemeLength(text, i) == 0) {
            i++;
        }
    }

    private int afterSlashes(int start) {
        int end = start;
        while (end < text.length() && LinkSigns.isSlash(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
