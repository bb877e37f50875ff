package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.TopicReader;
import io.weirkeeper.topics.BrokerException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows verdicts as they are made. */
@Command(
        name = "tail",
        description = "Shows verdicts as they are made, until it is stopped.",
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {
    private static final Duration WAIT = Duration.ofMillis(500);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--from-beginning", description = "Also those that were made before.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "Print the records whole, in JSON.")
    private boolean json;

    @Option(names = "--max", paramLabel = "N", description = "Stop after so many verdicts.")
    private @Nullable Long max;

    @Override
    public Integer call() throws BrokerException, FormatException {
        Settings settings = connection.settings();
        VerdictPrinter printer = new VerdictPrinter(
                settings.topics(),
                Formats.ofCommand(settings),
                spec.commandLine().getOut());
        TopicReader.From from = fromBeginning ? TopicReader.From.BEGINNING : TopicReader.From.NOW;
        OptionalLong most = max == null ? OptionalLong.empty() : OptionalLong.of(max);
        long shown = 0;
        try (TopicReader reader = new TopicReader(
                KafkaClients.consumer(settings), settings.topics().verdicts(), from, Connection.PATIENCE)) {
            while (most.isEmpty() || shown < most.getAsLong()) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(WAIT)) {
                    if (most.isPresent() && shown == most.getAsLong()) {
                        break;
                    }
                    print(printer, record);
                    shown++;
                }
            }
        }
        return 0;
    }

    private void print(VerdictPrinter printer, ConsumerRecord<String, byte[]> record) {
        if (json) {
            printer.printRaw(record);
        } else {
            printer.print(record);
        }
    }
}
