package io.weirkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.query.Target;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.topics.BrokerException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator says of a sender, which reaches the gate through the control topic; and what the gate knows of one. */
@Command(
        name = "sender",
        description =
                "Says something of a sender (the subject), which the gate obeys at once and remembers; or shows it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class SenderCommand extends CommandGroup {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Whom, and who says so. */
    static final class Whom {
        @Parameters(paramLabel = "SENDER", description = "The sender, as it stands in the messages.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String sender;

        @Mixin
        private Speaker speaker = new Speaker();
    }

    @Command(
            name = "show",
            description = "Shows what the gate knows of the sender, and what its limits have left; asks over HTTP.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "SENDER", description = "The sender, as it stands in the messages.") String sender,
            @Mixin ServerConnection server,
            @Option(names = "--json", description = "Prints the answer as it is.") boolean json) {
        requireSender(sender);
        JsonNode answer = server.get(Target.of("/v1/senders").with(sender));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? answer + System.lineSeparator() : SenderTable.of(answer));
        out.flush();
        return 0;
    }

    private static void requireSender(String sender) {
        if (sender.isEmpty()) {
            throw Failure.wrongUse("the sender must not be empty");
        }
    }

    @Command(name = "block", description = "Blocks all messages of the sender.", mixinStandardHelpOptions = true)
    int block(@Mixin Whom whom, @Mixin HowLong howLong) throws BrokerException, FormatException {
        return say(ControlType.BLOCK, whom, howLong.end());
    }

    @Command(
            name = "unblock",
            description = "Lifts an operator's block; not a penalty (see pardon) nor what the policy lists.",
            mixinStandardHelpOptions = true)
    int unblock(@Mixin Whom whom) throws BrokerException, FormatException {
        return say(ControlType.UNBLOCK, whom, OptionalLong.empty());
    }

    @Command(name = "trust", description = "Gives the sender higher limits.", mixinStandardHelpOptions = true)
    int trust(@Mixin Whom whom, @Mixin HowLong howLong) throws BrokerException, FormatException {
        return say(ControlType.TRUST, whom, howLong.end());
    }

    @Command(
            name = "untrust",
            description = "Takes back an operator's trust; not what the policy lists.",
            mixinStandardHelpOptions = true)
    int untrust(@Mixin Whom whom) throws BrokerException, FormatException {
        return say(ControlType.UNTRUST, whom, OptionalLong.empty());
    }

    @Command(
            name = "register",
            description = "Registers the sender, for policies with registeredOnly.",
            mixinStandardHelpOptions = true)
    int register(@Mixin Whom whom, @Mixin HowLong howLong) throws BrokerException, FormatException {
        return say(ControlType.REGISTER, whom, howLong.end());
    }

    @Command(name = "unregister", description = "Takes the registration back.", mixinStandardHelpOptions = true)
    int unregister(@Mixin Whom whom) throws BrokerException, FormatException {
        return say(ControlType.UNREGISTER, whom, OptionalLong.empty());
    }

    @Command(
            name = "pardon",
            description = "Clears the sender's strikes and the penalty in force, also a permanent one.",
            mixinStandardHelpOptions = true)
    int pardon(@Mixin Whom whom) throws BrokerException, FormatException {
        return say(ControlType.PARDON, whom, OptionalLong.empty());
    }

    @Command(
            name = "forget",
            description = "Erases all that the gate knows of the sender, except an operator's block.",
            mixinStandardHelpOptions = true)
    int forget(@Mixin Whom whom) throws BrokerException, FormatException {
        return say(ControlType.FORGET, whom, OptionalLong.empty());
    }

    private int say(ControlType type, Whom whom, OptionalLong until) throws BrokerException, FormatException {
        requireSender(whom.sender);
        String said = whom.speaker.say(type, Optional.of(whom.sender), until);
        spec.commandLine().getOut().println(said);
        return 0;
    }
}
