package io.weirkeeper.cli;

import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.topics.BrokerException;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    /** Whom, and who says so. */
    static final class Whom {
        @Parameters(paramLabel = "SENDER", description = "The sender, as it stands in the messages.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String sender;

        @Mixin
        private Speaker speaker = new Speaker();
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
        if (whom.sender.isEmpty()) {
            throw Failure.wrongUse("the sender must not be empty");
        }
        String said = whom.speaker.say(type, Optional.of(whom.sender), until);
        spec.commandLine().getOut().println(said);
        return 0;
    }
}
