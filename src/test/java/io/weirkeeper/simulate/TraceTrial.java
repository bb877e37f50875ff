package io.weirkeeper.simulate;

import io.weirkeeper.core.gate.GateTrial;
import io.weirkeeper.core.gate.TimeBounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a trace leads to: verdicts as they are printed, and the lines that could not be judged. */
record TraceTrial(List<String> verdicts, List<String> problems) {

    static TraceTrial of(String policy, String... lines) {
        return of(policy, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static TraceTrial of(String policy, byte[] trace) {
        List<String> problems = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (VerdictLines lines = new VerdictLines(out)) {
            Trace.read(
                    new ByteArrayInputStream(trace),
                    new Simulation(GateTrial.policy(policy), TimeBounds.DEFAULT),
                    (line, problem) -> problems.add(line + ": " + problem),
                    lines::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TraceTrial(out.toString(StandardCharsets.UTF_8).lines().toList(), problems);
    }

    /** The verdicts in short: {@code id reason} or {@code id ALLOWED}. */
    List<String> inShort() {
        return verdicts.stream()
                .map(line ->
                        field(line, "id") + " " + (line.contains("\"reason\"") ? field(line, "reason") : "ALLOWED"))
                .toList();
    }

    /** The time of each decision, without the date. */
    List<String> times() {
        return verdicts.stream()
                .map(line -> field(line, "at").substring("2026-01-05T".length()))
                .toList();
    }

    private static String field(String line, String name) {
        String before = '"' + name + "\":\"";
        int from = line.indexOf(before) + before.length();
        return line.substring(from, line.indexOf('"', from));
    }
}
