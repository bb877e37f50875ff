package io.weirkeeper.cli;

import io.weirkeeper.config.Durations;
import io.weirkeeper.config.Settings;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.RecordSender;
import io.weirkeeper.topics.BrokerException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator says of a sender; it reaches the gate through the control topic. */
@Command(
        name = "sender",
        description = "Says something of a sender (the subject): the gate obeys at once and remembers it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SenderCommand extends CommandGroup {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    /** Whom, and who says so. */
    static final class Whom {
        @Parameters(paramLabel = "SENDER", description = "The sender, as it stands in the messages.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String sender;

        @Mixin
        private Connection connection = new Connection();

        @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: the user's name).")
        private String by = System.getProperty("user.name", "");

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private @Nullable String reason;
    }

    /** For how long. */
    static final class HowLong {
        @Option(
                names = "--until",
                paramLabel = "TIME",
                description = "Until then: a time (2026-12-31T00:00:00Z) or a duration from now (2h, 7d).")
        private @Nullable String until;
    }

    @Command(name = "block", description = "Blocks all messages of the sender.", mixinStandardHelpOptions = true)
    int block(@Mixin Whom whom, @Mixin HowLong howLong) throws BrokerException {
        return say(ControlType.BLOCK, whom, until(howLong));
    }

    @Command(
            name = "unblock",
            description = "Lifts an operator's block; not a penalty (see pardon) nor what the policy lists.",
            mixinStandardHelpOptions = true)
    int unblock(@Mixin Whom whom) throws BrokerException {
        return say(ControlType.UNBLOCK, whom, OptionalLong.empty());
    }

    @Command(name = "trust", description = "Gives the sender higher limits.", mixinStandardHelpOptions = true)
    int trust(@Mixin Whom whom, @Mixin HowLong howLong) throws BrokerException {
        return say(ControlType.TRUST, whom, until(howLong));
    }

    @Command(
            name = "untrust",
            description = "Takes back an operator's trust; not what the policy lists.",
            mixinStandardHelpOptions = true)
    int untrust(@Mixin Whom whom) throws BrokerException {
        return say(ControlType.UNTRUST, whom, OptionalLong.empty());
    }

    @Command(
            name = "register",
            description = "Registers the sender, for policies with registeredOnly.",
            mixinStandardHelpOptions = true)
    int register(@Mixin Whom whom, @Mixin HowLong howLong) throws BrokerException {
        return say(ControlType.REGISTER, whom, until(howLong));
    }

    @Command(name = "unregister", description = "Takes the registration back.", mixinStandardHelpOptions = true)
    int unregister(@Mixin Whom whom) throws BrokerException {
        return say(ControlType.UNREGISTER, whom, OptionalLong.empty());
    }

    @Command(
            name = "pardon",
            description = "Clears the sender's strikes and the penalty in force, also a permanent one.",
            mixinStandardHelpOptions = true)
    int pardon(@Mixin Whom whom) throws BrokerException {
        return say(ControlType.PARDON, whom, OptionalLong.empty());
    }

    @Command(
            name = "forget",
            description = "Erases all that the gate knows of the sender, except an operator's block.",
            mixinStandardHelpOptions = true)
    int forget(@Mixin Whom whom) throws BrokerException {
        return say(ControlType.FORGET, whom, OptionalLong.empty());
    }

    private int say(ControlType type, Whom whom, OptionalLong until) throws BrokerException {
        if (whom.sender.isEmpty()) {
            throw Failure.wrongUse("the sender must not be empty");
        }
        Settings settings = whom.connection.settings();
        ControlEvent event = new ControlEvent(
                UUID.randomUUID().toString(),
                clock.millis(),
                Optional.of(whom.by).filter(name -> !name.isEmpty()),
                type,
                whom.sender,
                Optional.ofNullable(whom.reason),
                until);
        try (RecordSender sender = new RecordSender(KafkaClients.producer(settings), Connection.PATIENCE)) {
            sender.send(settings.topics().gateControl(), whom.sender, new JsonFormat().control(event));
            sender.finish();
        }
        String end = until.isPresent() ? " until " + IsoTime.format(until.getAsLong()) : "";
        spec.commandLine().getOut().println(type.label() + " " + whom.sender + end);
        return 0;
    }

    private OptionalLong until(HowLong howLong) {
        if (howLong.until == null) {
            return OptionalLong.empty();
        }
        long now = clock.millis();
        OptionalLong duration = Durations.parse(howLong.until);
        OptionalLong until =
                duration.isPresent() ? OptionalLong.of(now + duration.getAsLong()) : IsoTime.parse(howLong.until);
        if (until.isEmpty() || until.getAsLong() <= now) {
            throw Failure.wrongUse(
                    "--until takes a time to come (2026-12-31T00:00:00Z) or a duration (2h, 7d), not " + howLong.until);
        }
        return until;
    }
}
