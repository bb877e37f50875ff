package io.weirkeeper.cli;

/** A command ends without what was asked for; the message is for the person at the keyboard. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What was asked for did not work. */
    static final int FAILED = 1;

    /** It was asked for in a wrong way, or the policy or the settings are invalid. */
    static final int WRONG_USE = 2;

    private final int exitCode;

    private Failure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static Failure failed(String message) {
        return new Failure(FAILED, message, new IllegalStateException(message));
    }

    static Failure failed(String message, Throwable cause) {
        return new Failure(FAILED, message, cause);
    }

    static Failure wrongUse(String message) {
        return new Failure(WRONG_USE, message, new IllegalStateException(message));
    }

    int exitCode() {
        return exitCode;
    }
}
