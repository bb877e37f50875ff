package io.weirkeeper.bench;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.verdict.Allowed;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** One decision of the sender gate, with the look-up of the sender's state in a map and without reading or writing bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecideBenchmark {
    @Param
    public BenchPolicies policy = BenchPolicies.SUB_KEY;

    private Traffic traffic;

    /** How the messages were judged: a benchmark in which all are refused would measure something else. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Verdicts {
        public long allowed;
        /** Messages that begin to wait. */
        public long held;

        public long blocked;
    }

    @Setup(Level.Trial)
    public void settle() throws IOException {
        traffic = new Traffic(policy.yaml());
        traffic.settle();
    }

    @Benchmark
    public Decision decide(Verdicts verdicts) {
        Decision decision = traffic.judgeNext();
        if (decision.effects().isEmpty()) {
            verdicts.held++;
        } else if (decision.effects().get(0) instanceof Allowed) {
            verdicts.allowed++;
        } else {
            verdicts.blocked++;
        }
        return decision;
    }
}
