package io.weirkeeper.simulate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A trace: messages as JSON lines, as they would be on the inbound topic, and lines with what an operator said, such as
 * {@code {"at":"2026-01-01T00:00:00Z","control":{"type":"block","sender":"+1"}}}, in order.
 */
public final class Trace {
    private static final String INBOUND = new Topics("").inboundMessages();
    private static final String CONTROL = "control";

    /** The end of the year 9999. */
    private static final long LATEST = 253_402_300_799_999L;

    private final Simulation simulation;
    private final BadLines badLines;
    private final Arrivals arrivals;
    private final VerdictSink verdicts;
    private final JsonFormat format = new JsonFormat();
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private long time;

    /** Takes note of a line that cannot be judged; the lines after it are. */
    @FunctionalInterface
    public interface BadLines {
        void add(long line, String problem);
    }

    /** Takes the verdicts in the order of decision. */
    @FunctionalInterface
    public interface VerdictSink {
        void add(Verdict verdict) throws IOException;
    }

    /** Hears of each message just before it is judged. */
    @FunctionalInterface
    public interface Arrivals {
        /**
         * @param answers what the checks have to say of it, if somebody wants to know
         */
        void add(Message message, Supplier<List<String>> answers);
    }

    private Trace(Simulation simulation, BadLines badLines, Arrivals arrivals, VerdictSink verdicts) {
        this.simulation = simulation;
        this.badLines = badLines;
        this.arrivals = arrivals;
        this.verdicts = verdicts;
    }

    /** Judges all lines of the input. */
    public static void read(InputStream in, Simulation simulation, BadLines badLines, VerdictSink verdicts)
            throws IOException {
        read(in, simulation, badLines, (message, answers) -> {}, verdicts);
    }

    /** Judges all lines of the input, and says what the checks think of each message. */
    public static void read(
            InputStream in, Simulation simulation, BadLines badLines, Arrivals arrivals, VerdictSink verdicts)
            throws IOException {
        Trace trace = new Trace(simulation, badLines, arrivals, verdicts);
        LineReader lines = new LineReader(in);
        Optional<byte[]> line = lines.next();
        for (long number = 1; line.isPresent(); number++) {
            if (!LineReader.isBlank(line.get())) {
                trace.take(number, line.get());
            }
            line = lines.next();
        }
        trace.pass(simulation.finish());
    }

    private void take(long number, byte[] line) throws IOException {
        RecordOrigin origin = new RecordOrigin(INBOUND, 0, number - 1, time);
        Optional<JsonNode> control = control(line);
        if (control.isPresent()) {
            obey(number, control.get(), origin);
            return;
        }
        Decoded<Message> decoded = format.message(line, origin);
        if (decoded instanceof Decoded.Valid<Message> valid) {
            judge(number, valid.value());
        } else if (decoded instanceof Decoded.Invalid<Message> invalid) {
            badLines.add(number, invalid.detail());
        }
    }

    private void judge(long number, Message message) throws IOException {
        if (simulation.subject(message).filter(subject -> !subject.isEmpty()).isEmpty()) {
            badLines.add(number, "the message does not say for whom it is");
            return;
        }
        if (!isOnTheCalendar(message.sentAt())) {
            badLines.add(number, "sentAt is not between the years 1970 and 9999");
            return;
        }
        time = message.sentAt();
        pass(simulation.advance(time));
        arrivals.add(message, () -> simulation.explain(message, time));
        pass(simulation.judge(message, time));
    }

    private static boolean isOnTheCalendar(long millis) {
        return millis >= 0 && millis <= LATEST;
    }

    private void obey(long number, JsonNode line, RecordOrigin origin) throws IOException {
        OptionalLong at = line.path("at").isTextual()
                ? IsoTime.parse(line.path("at").textValue())
                : line.path("at").isIntegralNumber()
                        ? OptionalLong.of(line.path("at").longValue())
                        : OptionalLong.empty();
        if (at.isEmpty() || !isOnTheCalendar(at.getAsLong())) {
            badLines.add(number, "at is missing, or no time between the years 1970 and 9999");
            return;
        }
        RecordOrigin spoken = new RecordOrigin(origin.topic(), 0, origin.offset(), at.getAsLong());
        Decoded<ControlEvent> decoded = format.control(json.writeValueAsBytes(line.path(CONTROL)), spoken);
        if (decoded instanceof Decoded.Valid<ControlEvent> valid) {
            time = at.getAsLong();
            pass(simulation.obey(valid.value(), time));
        } else if (decoded instanceof Decoded.Invalid<ControlEvent> invalid) {
            badLines.add(number, CONTROL + ": " + invalid.detail());
        }
    }

    private void pass(List<Effect> effects) throws IOException {
        for (Effect effect : effects) {
            if (effect instanceof Verdict verdict) {
                verdicts.add(verdict);
            }
        }
    }

    /** The line as a tree if it is one of control; most lines can be told without reading them. */
    private Optional<JsonNode> control(byte[] line) {
        if (!new String(line, StandardCharsets.ISO_8859_1).contains('"' + CONTROL + '"')) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(line))
                    .filter(tree -> tree.path(CONTROL).isObject() && !tree.has("body"));
        } catch (IOException e) { // also of bytes that look like another encoding
            return Optional.empty();
        }
    }
}
