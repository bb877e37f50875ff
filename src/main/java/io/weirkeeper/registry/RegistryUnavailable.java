package io.weirkeeper.registry;

/**
 * No URL of the registry gave an answer that can be used before the deadline: unreachable, too slow, a status of 5xx, not the
 * answer of a registry. Says nothing about the record or schema in question; the same call may succeed later.
 */
public final class RegistryUnavailable extends RegistryException {
    private static final long serialVersionUID = 1;

    RegistryUnavailable(String message) {
        super(message);
    }
}
