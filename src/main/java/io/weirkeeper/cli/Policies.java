package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.config.Problem;
import io.weirkeeper.core.policy.Policy;
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

    /** One problem a line. */
    static String listed(List<Problem> problems) {
        return problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n"));
    }
}
