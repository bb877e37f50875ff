package io.weirkeeper.scenario;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.simulate.Simulation;
import io.weirkeeper.simulate.Trace;
import io.weirkeeper.simulate.VerdictLines;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a trace, the verdicts that are expected of it, and usually a policy of its own.
 *
 * @param name the folder, seen from where it was looked for
 */
public record Scenario(String name, Path folder) {
    private static final String POLICY = "policy.yaml";
    private static final String TRACE = "trace.jsonl";
    private static final String EXPECTED = "expected.jsonl";

    /** The scenarios at and below a folder, by name: all folders with a trace or with expected verdicts. */
    public static List<Scenario> in(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.endsWith(TRACE) || path.endsWith(EXPECTED))
                    .map(file -> file.resolveSibling("").normalize())
                    .distinct()
                    .sorted()
                    .map(folder -> new Scenario(name(root, folder), folder))
                    .toList();
        }
    }

    private static String name(Path root, Path folder) {
        Path below = root.normalize().relativize(folder);
        return (below.toString().isEmpty() ? folder.toAbsolutePath().getFileName() : below)
                .toString()
                .replace('\\', '/');
    }

    /** Where its own policy is, if it has one. */
    public Path policy() {
        return folder.resolve(POLICY);
    }

    public Path trace() {
        return folder.resolve(TRACE);
    }

    public Path expected() {
        return folder.resolve(EXPECTED);
    }

    /** What becomes of the trace under a policy: the lines that {@code weir simulate} prints. */
    public Run run(Policy policy) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> problems = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(trace()));
                VerdictLines lines = new VerdictLines(bytes)) {
            Trace.read(
                    in,
                    new Simulation(policy, TimeBounds.DEFAULT),
                    (line, problem) -> problems.add(TRACE + ", line " + line + ": " + problem),
                    lines::write);
        }
        return new Run(bytes.toString(StandardCharsets.UTF_8), problems);
    }

    /**
     * What became of a trace.
     *
     * @param verdicts a JSON object a line
     * @param problems lines that could not be judged
     */
    public record Run(String verdicts, List<String> problems) {
        public Run {
            problems = List.copyOf(problems);
        }
    }
}
