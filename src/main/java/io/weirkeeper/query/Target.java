package io.weirkeeper.query;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Paths and queries of requests, percent-encoded (RFC 3986): senders may hold anything. */
public final class Target {
    private static final String UNRESERVED = "-._~";

    private final StringBuilder text;
    private boolean hasQuery;

    private Target(String path) {
        text = new StringBuilder(path);
    }

    /** Begins with a path that needs no encoding. */
    public static Target of(String path) {
        return new Target(path);
    }

    /** One more segment. */
    public Target with(String segment) {
        text.append('/').append(encoded(segment));
        return this;
    }

    /** One more parameter, if it has a value. */
    public Target asking(String name, Optional<String> value) {
        if (value.isPresent()) {
            text.append(hasQuery ? '&' : '?').append(name).append('=').append(encoded(value.get()));
            hasQuery = true;
        }
        return this;
    }

    private static String encoded(String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : plain.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
