package io.weirkeeper.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who publishes a policy, and why. */
final class PolicyAuthor {
    @Option(names = "--by", paramLabel = "NAME", description = "Who publishes it (default: the user's name).")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--note", paramLabel = "TEXT", description = "What it changes and why; shown in the history.")
    private @Nullable String note;

    String by() {
        return by;
    }

    String note(String otherwise) {
        return note == null ? otherwise : note;
    }
}
