package io.weirkeeper.scenario;

import io.weirkeeper.core.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of examples/scenarios: a policy, a trace and the verdicts that it gives. */
record Example(Path folder) {
    static final Path ALL = Path.of("examples/scenarios");

    static List<Example> all() {
        try (Stream<Path> files = Files.list(ALL)) {
            return files.filter(Files::isDirectory).sorted().map(Example::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    String trace() {
        return text(folder.resolve("trace.jsonl"));
    }

    List<TraceLine> lines() {
        return TraceLine.of(trace());
    }

    String expected() {
        return text(folder.resolve("expected.jsonl"));
    }

    Policy policy() {
        return PolicyText.valid(text(folder.resolve("policy.yaml")));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
