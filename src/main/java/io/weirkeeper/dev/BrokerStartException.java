package io.weirkeeper.dev;

/** The embedded broker could not start; the message is written for the person who started it. */
public final class BrokerStartException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
