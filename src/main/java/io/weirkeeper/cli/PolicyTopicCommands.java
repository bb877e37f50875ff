package io.weirkeeper.cli;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.policies.PolicyHistory;
import io.weirkeeper.policies.PolicyInForce;
import io.weirkeeper.policies.PolicyPublisher;
import io.weirkeeper.policies.Publication;
import io.weirkeeper.topics.BrokerException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about policies that are published: they need a broker. */
abstract class PolicyTopicCommands extends CommandGroup {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "apply",
            description = "Publishes a policy: all instances judge by it within two seconds, what was counted stays.",
            mixinStandardHelpOptions = true)
    int apply(
            @Mixin Connection connection,
            @Mixin PolicyAuthor author,
            @Parameters(paramLabel = "FILE", description = "The policy (YAML).") Path file)
            throws BrokerException {
        String yaml = Files.text(file);
        Draft draft = new Draft(PolicyHeader.strip(yaml), author.by(), author.note(""));
        draft.problem().ifPresent(problem -> {
            throw Failure.wrongUse(problem);
        });
        // Before the header is taken off, so that lines have their numbers.
        Policies.valid(file.toString(), new PolicyReader(connection.settings().longestWindow()).read(yaml));
        return publish(connection, draft);
    }

    @Command(
            name = "rollback",
            description = "Publishes the content of an earlier version as a new one.",
            mixinStandardHelpOptions = true)
    int rollback(
            @Mixin Connection connection,
            @Mixin PolicyAuthor author,
            @Parameters(paramLabel = "VERSION", description = "The version to go back to.") long version)
            throws BrokerException {
        try (PolicyPublisher publisher = PublishedPolicies.open(connection)) {
            Publication earlier = PublishedPolicies.version(publisher.history(), version);
            Draft draft = new Draft(earlier.yaml(), author.by(), author.note("back to version " + version));
            print(PublishedPolicies.publish(publisher, draft));
        }
        return 0;
    }

    private int publish(Connection connection, Draft draft) throws BrokerException {
        try (PolicyPublisher publisher = PublishedPolicies.open(connection)) {
            print(PublishedPolicies.publish(publisher, draft));
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "Prints a published policy as YAML, with comments that say which version it is.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin Connection connection,
            @Parameters(
                            paramLabel = "VERSION",
                            arity = "0..1",
                            description = "Which version (default: the one in force).")
                    @Nullable
                    Long version)
            throws BrokerException {
        try (PolicyPublisher publisher = PublishedPolicies.open(connection)) {
            Publication shown =
                    version == null ? inForce(publisher) : PublishedPolicies.version(publisher.history(), version);
            spec.commandLine().getOut().print(PolicyHeader.above(shown));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    @Command(
            name = "history",
            description = "Lists all versions: when, by whom and why; a star marks the one in force.",
            mixinStandardHelpOptions = true)
    int history(@Mixin Connection connection) throws BrokerException {
        try (PolicyPublisher publisher = PublishedPolicies.open(connection)) {
            PolicyTable.of(publisher.history(), publisher.inForce()).forEach(this::print);
        }
        return 0;
    }

    @Command(name = "diff", description = "Shows what changed between two versions.", mixinStandardHelpOptions = true)
    int diff(
            @Mixin Connection connection,
            @Parameters(
                            paramLabel = "A",
                            arity = "0..1",
                            index = "0",
                            description = "From this version (default: the last but one).")
                    @Nullable
                    Long from,
            @Parameters(
                            paramLabel = "B",
                            arity = "0..1",
                            index = "1",
                            description = "To this one (default: the latest).")
                    @Nullable
                    Long to)
            throws BrokerException {
        try (PolicyPublisher publisher = PublishedPolicies.open(connection)) {
            PolicyHistory history = publisher.history();
            List<Publication> all = history.all();
            if (all.size() < 2 && from == null) {
                throw Failure.failed(
                        all.isEmpty() ? "no policy is published yet" : "there is one version only, nothing to compare");
            }
            Publication before = from == null ? all.get(all.size() - 2) : PublishedPolicies.version(history, from);
            Publication after = to == null ? all.get(all.size() - 1) : PublishedPolicies.version(history, to);
            PolicyDiff.of(before, after).forEach(this::print);
        }
        return 0;
    }

    private static Publication inForce(PolicyPublisher publisher) throws BrokerException {
        return publisher
                .inForce()
                .flatMap(PolicyInForce::publication)
                .orElseThrow(() -> Failure.failed("no policy is published yet"));
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
