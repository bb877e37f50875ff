package io.weirkeeper.service;

/** What was asked for cannot be had just now, and can in a while. */
public final class NotReadyException extends Exception {
    private static final long serialVersionUID = 1;

    public NotReadyException(String message) {
        super(message);
    }

    public NotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
