package io.weirkeeper.registry;

import java.util.List;

/**
 * What the registry says of a schema that would become the next version.
 *
 * @param problems in the registry's words; empty if it is compatible, and also if the registry does not explain itself
 */
public record CompatibilityCheck(boolean compatible, List<String> problems) {
    public CompatibilityCheck {
        problems = List.copyOf(problems);
    }
}
