package io.weirkeeper.http;

/** The server cannot listen where it should; the message says why and what to do. */
public final class HttpStartException extends Exception {
    private static final long serialVersionUID = 1;

    HttpStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
