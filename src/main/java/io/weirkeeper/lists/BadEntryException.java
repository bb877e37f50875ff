package io.weirkeeper.lists;

/** A line is no entry of a list; the message says what is wrong with it. */
final class BadEntryException extends Exception {
    private static final long serialVersionUID = 1;

    BadEntryException(String message) {
        super(message);
    }
}
