package io.weirkeeper.cli;

import io.weirkeeper.config.Settings;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.service.FormatException;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.KafkaClients;
import io.weirkeeper.service.RecordSender;
import io.weirkeeper.simulate.LineReader;
import io.weirkeeper.topics.BrokerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts messages on the inbound topic. */
@Command(
        name = "send",
        description = "Sends messages, one JSON object a line, to the inbound topic.",
        footer = {
            "",
            "A file is read twice: if a line of it is invalid, nothing is sent. Standard input is sent as it comes;"
                    + " its invalid lines are told and left out."
        },
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

    /** What is done with a good line. */
    @FunctionalInterface
    private interface Target {
        void take(String subject, Message message, byte[] line) throws BrokerException;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--keyed-by",
            paramLabel = "FIELD",
            defaultValue = "sender",
            converter = KeyField.class,
            description = "What the policy is keyed by: sender (default) or recipient.")
    private MessageField keyedBy = MessageField.SENDER;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The messages; standard input without it or with -.")
    private @Nullable Path file;

    private final JsonFormat format = new JsonFormat();
    private final Clock clock = Clock.systemUTC();
    private long bad;

    @Override
    public Integer call() throws IOException, BrokerException, FormatException {
        Settings settings = connection.settings();
        WireFormat wire = Formats.ofCommand(settings);
        boolean isFile = file != null && !file.toString().equals("-");
        if (isFile) {
            read(settings, (subject, message, line) -> {});
            if (bad > 0) {
                throw Failure.failed(bad + (bad == 1 ? " line is" : " lines are") + " invalid; nothing was sent");
            }
        }
        Progress progress = new Progress("sent", spec.commandLine().getErr());
        try (RecordSender sender = new RecordSender(KafkaClients.producer(settings), Connection.PATIENCE)) {
            read(settings, (subject, message, line) -> {
                // In JSON a line goes as it is: what it leaves out is for the gate to fill in.
                byte[] value = wire instanceof JsonFormat ? line : wire.message(message);
                sender.send(settings.topics().inboundMessages(), subject, value);
                progress.step();
            });
            progress.clear();
            long sent = sender.finish();
            spec.commandLine().getErr().println("sent " + sent + (sent == 1 ? " message" : " messages"));
        }
        return bad == 0 ? 0 : Failure.FAILED;
    }

    private void read(Settings settings, Target target) throws IOException, BrokerException {
        PrintWriter err = spec.commandLine().getErr();
        String topic = settings.topics().inboundMessages();
        try (InputStream in = new BufferedInputStream(Files.open(file))) {
            LineReader lines = new LineReader(in);
            Optional<byte[]> line = lines.next();
            for (long number = 1; line.isPresent(); number++) {
                if (!LineReader.isBlank(line.get())) {
                    take(number, line.get(), topic, target, err);
                }
                line = lines.next();
            }
        }
    }

    private void take(long number, byte[] line, String topic, Target target, PrintWriter err) throws BrokerException {
        RecordOrigin origin = new RecordOrigin(topic, 0, number - 1, clock.millis());
        Decoded<Message> decoded = format.message(line, origin);
        if (decoded instanceof Decoded.Invalid<Message> invalid) {
            bad++;
            err.println("line " + number + ": " + invalid.detail());
        } else if (decoded instanceof Decoded.Valid<Message> valid) {
            Optional<String> subject = keyedBy.of(valid.value()).filter(key -> !key.isEmpty());
            if (subject.isPresent()) {
                boolean named = !valid.value().id().equals(origin.id());
                // The gate gives a name to what has none, by its place on the topic.
                target.take(subject.get(), named ? valid.value() : valid.value().withId(""), line);
            } else {
                bad++;
                err.println("line " + number + ": " + keyedBy.label() + " is missing");
            }
        }
    }
}
