package io.weirkeeper.bench;

import io.weirkeeper.classifier.DefaultModel;
import io.weirkeeper.core.classify.Model;
import io.weirkeeper.core.message.Text;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The score of one text by the default model, the text's comparable form included: pieces of real chat of one length. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ClassifyBenchmark {
    private static final int SAMPLES = 1_024;

    /** Characters of a text. */
    @Param({"40", "160", "4096", "65536"})
    public int length = 160;

    private final String[] texts = new String[SAMPLES];
    private final Model model = DefaultModel.load();
    private int next;

    @Setup(Level.Trial)
    public void cut() throws IOException {
        List<String> real = RealTexts.read();
        String chat = String.join(" ", real);
        chat = chat.repeat(1 + length / chat.length());
        for (int i = 0; i < SAMPLES; i++) {
            int from = (int) ((long) i * 7_919 % (chat.length() - length));
            texts[i] = chat.substring(from, from + length);
        }
    }

    @Benchmark
    public double score() {
        next = (next + 1) % SAMPLES;
        return model.score(new Text(texts[next]));
    }
}
