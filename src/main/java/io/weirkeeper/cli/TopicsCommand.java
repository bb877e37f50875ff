package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.topics.BrokerException;
import io.weirkeeper.topics.BrokerTopics;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicCheck;
import io.weirkeeper.topics.TopicLayout;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Commands about the topics of a broker. */
@Command(
        name = "topics",
        description = "Creates and checks the topics.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand extends CommandGroup {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "create",
            description = "Creates the topics that are missing; those that exist stay as they are.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin Connection connection,
            @Option(
                            names = "--partitions",
                            paramLabel = "N",
                            defaultValue = "6",
                            description = "Partitions of each new topic (default: ${DEFAULT-VALUE}).")
                    int partitions,
            @Option(
                            names = "--replication-factor",
                            paramLabel = "N",
                            description = "Copies of each new topic (default: the broker's).")
                    @Nullable
                    Short replicationFactor,
            @Option(
                            names = "--create-time",
                            description = "Judge by the time that producers set, not by that of arrival at the broker.")
                    boolean createTime,
            @Option(
                            names = "--grow",
                            description =
                                    "Also enlarge existing topics that do not fit together. Do it while the gate is"
                                            + " stopped: what was counted stays where it was.")
                    boolean grow)
            throws BrokerException {
        if (partitions < 1) {
            throw Failure.wrongUse("--partitions must be at least 1, not " + partitions);
        }
        Settings settings = connection.settings();
        TopicLayout layout = new TopicLayout(settings.topics());
        InboundTime time = createTime ? InboundTime.CREATION : InboundTime.ARRIVAL;
        PrintWriter out = spec.commandLine().getOut();
        try (BrokerTopics broker = new BrokerTopics(KafkaClients.admin(settings), Connection.PATIENCE)) {
            List<String> created =
                    broker.createMissing(layout.specs(partitions, time), Optional.ofNullable(replicationFactor));
            created.forEach(name -> out.println("created " + name));
            List<String> grown = grow ? broker.grow(layout) : List.of();
            grown.forEach(out::println);
            if (created.isEmpty() && grown.isEmpty()) {
                out.println("all topics are there already");
            }
        }
        return 0;
    }

    @Command(
            name = "check",
            description = "Says whether the topics are there and fit together, and what mends it if not.",
            mixinStandardHelpOptions = true)
    int check(@Mixin Connection connection) throws BrokerException {
        Settings settings = connection.settings();
        TopicLayout layout = new TopicLayout(settings.topics());
        PrintWriter out = spec.commandLine().getOut();
        try (BrokerTopics broker = new BrokerTopics(KafkaClients.admin(settings), Connection.PATIENCE)) {
            List<String> problems =
                    new TopicCheck(layout, KafkaClients.options(settings)).problems(broker.facts(layout.names()));
            problems.forEach(out::println);
            if (problems.isEmpty()) {
                out.println("all topics are there and fit together");
            }
            return problems.isEmpty() ? 0 : Failure.FAILED;
        }
    }
}
