package io.weirkeeper.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line in a process of its own. */
final class WeirProcess extends Child {
    private static final String HTTP_PORT = "WEIR_HTTP_PORT";

    private WeirProcess(Path directory, ProcessBuilder builder) throws IOException {
        super(directory, builder);
    }

    /** With its HTTP server, if it has one, on any free port: several run at a time. */
    static WeirProcess start(Path directory, String... arguments) throws IOException {
        return start(directory, Map.of(), arguments);
    }

    /** With these variables in its environment. */
    static WeirProcess start(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        return new WeirProcess(directory, builder(List.of(), environment, arguments));
    }

    /** As the leader of a group of processes, as a terminal starts it. */
    static WeirProcess startGroup(Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        return new WeirProcess(directory, builder(List.of("setsid"), environment, arguments));
    }

    private static ProcessBuilder builder(List<String> before, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.weirkeeper.cli.Weir"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(HTTP_PORT, "0");
        builder.environment().putAll(environment);
        return builder;
    }
}
