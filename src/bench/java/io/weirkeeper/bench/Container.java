package io.weirkeeper.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A control group of Linux (version 1) that limits the memory of a process as a container's does: what takes more is killed. */
final class Container implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup/memory");

    private final Path directory;

    private Container(Path directory) {
        this.directory = directory;
    }

    /** Nothing if this machine does not let us. */
    static Optional<Container> limitedTo(long bytes) {
        Path directory =
                ROOT.resolve("weirkeeper-bench-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(directory);
            Files.writeString(directory.resolve("memory.limit_in_bytes"), Long.toString(bytes));
            return Optional.of(new Container(directory));
        } catch (IOException | UnsupportedOperationException notAllowed) {
            return Optional.empty();
        }
    }

    /** What goes before a command, so that it runs inside. */
    List<String> command() {
        return List.of("sh", "-c", "echo $$ >" + directory + "/cgroup.procs && exec \"$@\"", "sh");
    }

    /** What Kubernetes calls the working set, in bytes: without pages of files that have not been read for a while. */
    long workingSet() throws IOException {
        return number("memory.usage_in_bytes") - stat("total_inactive_file");
    }

    /** Memory that is no file's, in bytes. */
    long anonymous() throws IOException {
        return stat("total_rss");
    }

    private long number(String file) throws IOException {
        return Long.parseLong(Files.readString(directory.resolve(file)).strip());
    }

    private long stat(String name) throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("memory.stat"))) {
            return lines.filter(line -> line.startsWith(name + ' '))
                    .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                    .sum();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(directory);
    }
}
