package io.weirkeeper.bench;

import io.weirkeeper.dev.BrokerStartException;
import io.weirkeeper.dev.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The broker in a process of its own. */
final class BrokerProcess {
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx512m");

    private BrokerProcess() {}

    /** Starts it on a free port; its answer is what clients connect to. */
    static Child start(Path data) throws IOException {
        return Child.start(BrokerProcess.class, JVM, List.of(data.toString()));
    }

    public static void main(String[] args) throws BrokerStartException, IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), 0)) {
            Child.serveUntilClosed(broker.bootstrapServers());
        }
    }
}
