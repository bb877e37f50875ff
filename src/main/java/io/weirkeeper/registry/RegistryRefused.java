package io.weirkeeper.registry;

import java.util.OptionalInt;

/**
 * The registry answered, and the answer was no (a status of 4xx): asking again does not help. Who asked must change
 * something: the credentials (401, 403), the schema (409 incompatible, 422 invalid), the subject (404).
 */
public final class RegistryRefused extends RegistryException {
    private static final long serialVersionUID = 1;
    private static final int NOT_FOUND = 404;
    private static final int CODES_PER_STATUS = 100;
    private static final int NO_CODE = 0;

    private final int status;
    private final int code;

    RegistryRefused(int status, OptionalInt errorCode, String message) {
        super(message);
        this.status = status;
        this.code = errorCode.orElse(NO_CODE);
    }

    /** The same, and the message begins with what was asked of whom. */
    RegistryRefused to(String question) {
        return new RegistryRefused(status, errorCode(), question + " " + getMessage());
    }

    /** The HTTP status, 400 to 499. */
    public int status() {
        return status;
    }

    /** What the registry says more exactly than by the status, such as 40403; empty if it did not. */
    public OptionalInt errorCode() {
        return code == NO_CODE ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /**
     * Whether the registry itself said that it does not have what was asked for. A 404 without such a code comes from
     * something else, such as a proxy or a wrong path in the URL, and says nothing about schemas.
     */
    public boolean isNotFound() {
        return status == NOT_FOUND && code / CODES_PER_STATUS == NOT_FOUND;
    }
}
