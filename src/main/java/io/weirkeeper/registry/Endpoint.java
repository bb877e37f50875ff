package io.weirkeeper.registry;

import java.net.URI;
import java.util.Optional;

/**
 * One URL of a registry.
 *
 * @param base without user information and without a slash at its end
 * @param authorization the value of the header of that name
 */
public record Endpoint(URI base, Optional<String> authorization) {

    URI at(String path) {
        return URI.create(base + path);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return base.toString();
    }
}
