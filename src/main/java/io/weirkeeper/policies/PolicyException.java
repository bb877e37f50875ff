package io.weirkeeper.policies;

/** There is no policy by which the gate could start; the message says why and what to do, for people. */
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1;

    PolicyException(String message) {
        super(message);
    }
}
