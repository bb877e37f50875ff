package io.weirkeeper.config;

import java.util.List;

/** What became of the settings. */
public sealed interface SettingsReading {

    record Valid(Settings settings) implements SettingsReading {}

    /**
     * Why there are none.
     *
     * @param problems each with the line or the environment variable in which it is
     */
    record Invalid(List<String> problems) implements SettingsReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
