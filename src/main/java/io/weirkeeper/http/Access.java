package io.weirkeeper.http;

/** Who may use a route. */
public enum Access {
    /** Anybody who reaches the server. */
    OPEN,
    /** Who has a token, as soon as there are tokens. */
    READ,
    /** Who has the write token, as soon as there are tokens. */
    WRITE
}
