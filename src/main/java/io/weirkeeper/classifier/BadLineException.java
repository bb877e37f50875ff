package io.weirkeeper.classifier;

import java.io.IOException;

/** A file of labelled messages has a line that is none; the message says which and why. */
public final class BadLineException extends IOException {
    private static final long serialVersionUID = 1;

    BadLineException(String message) {
        super(message);
    }
}
