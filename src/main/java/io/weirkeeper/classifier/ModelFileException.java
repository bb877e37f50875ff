package io.weirkeeper.classifier;

import java.io.IOException;

/** What should be a model is none that can be used; the message says why, without the name of the file. */
public final class ModelFileException extends IOException {
    private static final long serialVersionUID = 1;

    ModelFileException(String message) {
        super(message);
    }
}
