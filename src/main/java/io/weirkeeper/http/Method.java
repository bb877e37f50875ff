package io.weirkeeper.http;

import java.util.Locale;

/** What routes may be asked with; HEAD is answered wherever GET is. */
public enum Method {
    GET,
    PUT,
    POST,
    DELETE;

    /** The key under which OpenAPI has it. */
    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
