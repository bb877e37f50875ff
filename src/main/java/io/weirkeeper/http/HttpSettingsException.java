package io.weirkeeper.http;

/** The settings of the server contradict each other or name what is not there; the message is for the operator. */
public final class HttpSettingsException extends Exception {
    private static final long serialVersionUID = 1;

    HttpSettingsException(String message) {
        super(message);
    }
}
