package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.simulate.Simulation;
import io.weirkeeper.simulate.Trace;
import io.weirkeeper.simulate.VerdictLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One trace on its way through the core, as {@code weir simulate} reads it. */
final class CoreRun {
    private CoreRun() {}

    /** What {@code weir simulate} prints; every line of the trace must be good. */
    static String verdicts(Policy policy, String trace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> problems = new ArrayList<>();
        try (VerdictLines lines = new VerdictLines(bytes)) {
            Trace.read(
                    new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8)),
                    new Simulation(policy, TimeBounds.DEFAULT),
                    (line, problem) -> problems.add("line " + line + ": " + problem),
                    lines::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(problems).isEmpty();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
