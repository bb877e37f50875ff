package io.weirkeeper.config;

import io.weirkeeper.core.policy.CommandPattern;
import java.util.Optional;

/** {@code commands}: how a command is read from the text. */
final class CommandsSection {
    private CommandsSection() {}

    static Optional<CommandPattern> read(YamlMap map) {
        return map.required("pattern", RegexValue::read).map(CommandPattern::new);
    }
}
