package io.weirkeeper.config;

import java.util.Optional;
import java.util.Set;

/**
 * {@code trusted}: whose limits are wider.
 *
 * @param factor so many times, at least 1
 */
record TrustedSection(Set<String> senders, int factor) {

    static final TrustedSection NONE = new TrustedSection(Set.of(), 1);

    static Optional<TrustedSection> read(YamlMap map) {
        return Optional.of(new TrustedSection(
                PolicyWords.texts(map, "senders"),
                map.optional("factor", value -> value.wholeNumber(1, Integer.MAX_VALUE))
                        .orElse(1)));
    }
}
