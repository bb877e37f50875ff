package io.weirkeeper.config;

import java.util.Optional;
import java.util.Set;

/** {@code blocked}: who is stopped for good. */
record BlockedSection(Set<String> senders, Set<String> addresses) {

    static final BlockedSection NONE = new BlockedSection(Set.of(), Set.of());

    static Optional<BlockedSection> read(YamlMap map) {
        return Optional.of(new BlockedSection(PolicyWords.texts(map, "senders"), PolicyWords.texts(map, "addresses")));
    }
}
