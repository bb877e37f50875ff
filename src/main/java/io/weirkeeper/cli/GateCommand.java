package io.weirkeeper.cli;

import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.topics.BrokerException;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What an operator says of the gate as a whole. */
@Command(
        name = "gate",
        description = "Pauses and resumes the gate: while it is paused, messages wait.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class GateCommand extends CommandGroup {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "pause",
            description = "Lets no message pass until then, or until it is resumed. Messages wait as in a queue.",
            mixinStandardHelpOptions = true)
    int pause(@Mixin Speaker speaker, @Mixin HowLong howLong) throws BrokerException, FormatException {
        return say(ControlType.PAUSE, speaker, howLong.end());
    }

    @Command(
            name = "resume",
            description = "Ends a pause, also one that errors of the provider led to.",
            mixinStandardHelpOptions = true)
    int resume(@Mixin Speaker speaker) throws BrokerException, FormatException {
        return say(ControlType.RESUME, speaker, OptionalLong.empty());
    }

    private int say(ControlType type, Speaker speaker, OptionalLong until) throws BrokerException, FormatException {
        String said = speaker.say(type, Optional.empty(), until);
        spec.commandLine().getOut().println(said);
        return 0;
    }
}
