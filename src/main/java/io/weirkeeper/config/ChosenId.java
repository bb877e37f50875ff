package io.weirkeeper.config;

import java.util.Optional;

/**
 * The id that the author of a policy gave a rule.
 *
 * @param place the rule
 * @param id nothing if it could not be read
 */
record ChosenId(YamlMap place, Optional<String> id) {}
