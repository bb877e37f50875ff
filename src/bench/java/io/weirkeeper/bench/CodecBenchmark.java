package io.weirkeeper.bench;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.InternalFormat;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.Remembrance;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and writing bytes: of the state that {@link DecideBenchmark} leaves behind, and of its messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CodecBenchmark {
    private static final int SAMPLES = 4_096;
    private static final RecordOrigin ORIGIN = new RecordOrigin("inbound-messages", 0, 0, 0);

    private final ActivityCodec activityCodec = new ActivityCodec();
    private final JsonFormat json = new JsonFormat();
    private final InternalFormat internal = new InternalFormat();

    private final Remembrance[] activities = new Remembrance[SAMPLES];
    private final byte[][] activityBytes = new byte[SAMPLES][];
    private final Message[] messages = new Message[SAMPLES];
    private final Verdict[] verdicts = new Verdict[SAMPLES];
    private final byte[][] jsonBytes = new byte[SAMPLES][];
    private final byte[][] internalBytes = new byte[SAMPLES][];
    private int next;

    @Setup(Level.Trial)
    public void prepare() throws IOException {
        Traffic traffic = new Traffic(BenchPolicies.SUB_KEY.yaml());
        traffic.settle();
        List<KnownSubject> subjects = traffic.subjects();
        for (int i = 0; i < SAMPLES; i++) {
            messages[i] = traffic.messages().get(i);
            activities[i] = new Remembrance(
                    subjects.get(i % subjects.size()).activity(), Tally.EMPTY.plusAllowed(messages[i].sentAt()));
            activityBytes[i] = activityCodec.encode(activities[i]);
            verdicts[i] = new Allowed(messages[i], messages[i].sentAt(), 1, List.of(), Optional.empty());
            jsonBytes[i] = json.message(messages[i]);
            internalBytes[i] = internal.encode(messages[i]);
        }
    }

    private int next() {
        next = (next + 1) % SAMPLES;
        return next;
    }

    @Benchmark
    public byte[] activityEncode() {
        return activityCodec.encode(activities[next()]);
    }

    @Benchmark
    public Remembrance activityDecode() {
        return activityCodec.decode(activityBytes[next()]);
    }

    @Benchmark
    public Decoded<Message> jsonMessageDecode() {
        return json.message(jsonBytes[next()], ORIGIN);
    }

    @Benchmark
    public byte[] jsonVerdictEncode() {
        return json.verdict(verdicts[next()]);
    }

    @Benchmark
    public Message internalMessageDecode() {
        return internal.message(internalBytes[next()]);
    }

    @Benchmark
    public byte[] internalMessageEncode() {
        return internal.encode(messages[next()]);
    }
}
