package io.weirkeeper.policies;

/** A record on the topic of policies that holds none, or one of a format that this release does not know; the message says why. */
final class UnreadablePublicationException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadablePublicationException(String message, Throwable cause) {
        super(message, cause);
    }
}
