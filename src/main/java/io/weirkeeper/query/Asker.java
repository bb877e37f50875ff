package io.weirkeeper.query;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param authorization what it has shown, as it was sent
 * @param isInstance whether it is another instance, which wants to hear what this one knows itself
 */
public record Asker(Optional<String> authorization, boolean isInstance) {

    /** The header by which an instance says that it asks for somebody else. */
    public static final String HOP = "Weirkeeper-Hop";

    /** Its value. */
    public static final String ONE_HOP = "1";
}
