package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Problem;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.StartPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Policy files that a user names. */
public final class Policies {
    private Policies() {}

    /** The policy in a file; an invalid one ends the command with all its problems. */
    public static Policy read(Path file, PolicyReader reader) {
        return valid(file.toString(), reader.read(Files.text(file)));
    }

    /** The policy of a reading; an invalid one ends the command with all its problems. */
    public static Policy valid(String name, PolicyReading reading) {
        if (reading instanceof PolicyReading.Valid valid) {
            return valid.policy();
        }
        throw Failure.wrongUse("invalid policy: " + name + "\n" + listed(((PolicyReading.Invalid) reading).problems()));
    }

    /** To start by the policy in a file; an invalid one ends the command with all its problems. */
    static StartPolicy wanted(Path file, String by, PolicyReader reader) {
        String yaml = Files.text(file);
        valid(file.toString(), reader.read(yaml));
        return new StartPolicy.Wanted(new Draft(PolicyHeader.strip(yaml), by, String.valueOf(file.getFileName())));
    }

    /** What to call a policy in force: its version, and where it is from. */
    static String name(PolicyInForce inForce) {
        return inForce.publication()
                .map(publication -> "policy version " + publication.version()
                        + (publication.author().isEmpty() ? "" : " by " + PolicyHeader.oneLine(publication.author()))
                        + (publication.note().isEmpty() ? "" : ": " + PolicyHeader.oneLine(publication.note())))
                .orElse(inForce.policy().name());
    }

    /** One problem a line. */
    static String listed(List<Problem> problems) {
        return problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n"));
    }
}
