package io.weirkeeper.service;

/** The settings name a format of values that cannot be had; the message says why, for people. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1;

    FormatException(String message) {
        super(message);
    }

    FormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
