package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.RecordSender;
import io.weirkeeper.topics.BrokerException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who says something to the gate, and why; it reaches the gate through the control topic. */
final class Speaker {
    /** The key of what is said of the gate and not of a subject: one key, so that it is obeyed in order. */
    private static final String GATE_KEY = "global";

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user's name).")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private @Nullable String reason;

    private final Clock clock = Clock.systemUTC();

    /** Says it, and answers what was said, for people. */
    String say(ControlType type, Optional<String> subject, OptionalLong until) throws BrokerException, FormatException {
        Settings settings = connection.settings();
        ControlEvent event = new ControlEvent(
                UUID.randomUUID().toString(),
                clock.millis(),
                Optional.of(by).filter(name -> !name.isEmpty()),
                type,
                subject,
                Optional.ofNullable(reason),
                until);
        try (RecordSender sender = new RecordSender(KafkaClients.producer(settings), Connection.PATIENCE)) {
            sender.send(
                    settings.topics().gateControl(),
                    subject.orElse(GATE_KEY),
                    Formats.ofCommand(settings).control(event));
            sender.finish();
        }
        String end = until.isPresent() ? " until " + IsoTime.format(until.getAsLong()) : "";
        return type.label() + " " + subject.orElse("the gate") + end;
    }
}
