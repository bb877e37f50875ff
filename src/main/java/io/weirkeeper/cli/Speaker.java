package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.service.ControlDesk;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.Operators;
import io.weirkeeper.topics.BrokerException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who says something to the gate, and why; it reaches the gate through the control topic. */
final class Speaker {
    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user's name).")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private @Nullable String reason;

    /** Says it, and answers what was said, for people. */
    String say(ControlType type, Optional<String> subject, OptionalLong until) throws BrokerException, FormatException {
        Settings settings = connection.settings();
        Operators.Word word =
                new Operators.Word(Optional.of(by).filter(name -> !name.isEmpty()), Optional.ofNullable(reason), until);
        try (ControlDesk desk = new ControlDesk(settings, Formats.ofCommand(settings), Connection.PATIENCE)) {
            desk.say(type, subject, word);
        }
        String end = until.isPresent() ? " until " + IsoTime.format(until.getAsLong()) : "";
        return type.label() + " " + subject.orElse("the gate") + end;
    }
}
