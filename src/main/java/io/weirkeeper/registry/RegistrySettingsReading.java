package io.weirkeeper.registry;

import java.util.List;

/** What became of the settings of the registry. */
public sealed interface RegistrySettingsReading {

    /** They can be used. */
    record Valid(RegistrySettings settings) implements RegistrySettingsReading {}

    /**
     * Why there are none.
     *
     * @param problems each begins with the name of its setting; no password or token is repeated
     */
    record Invalid(List<String> problems) implements RegistrySettingsReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
