package io.weirkeeper.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * One setting of the service: where it stands in the file, which environment variable overrides it, how it is read and
 * what it is when nobody says.
 *
 * @param section the mapping in which it stands; empty for the top level
 * @param writtenDefault the default as somebody would write it, for documentation
 * @param meaning one line for documentation
 */
record Setting<T>(
        String section,
        String key,
        String variable,
        Function<YamlValue, Optional<T>> reader,
        T byDefault,
        String writtenDefault,
        String meaning) {

    /** Its path in the file, such as {@code state.directory}. */
    String path() {
        return section.isEmpty() ? key : section + '.' + key;
    }
}
