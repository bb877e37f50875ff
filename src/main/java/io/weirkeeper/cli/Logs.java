package io.weirkeeper.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** What the log tells beyond its configuration. */
final class Logs {
    private static final String CONNECTIONS = "org.apache.kafka.clients.NetworkClient";

    private Logs() {}

    /** From now on a lost connection to a broker is worth a warning: the service runs, and its operator watches the log. */
    static void showLostConnections() {
        if (LoggerFactory.getLogger(CONNECTIONS) instanceof Logger logger && !logger.isWarnEnabled()) {
            logger.setLevel(Level.WARN);
        }
    }
}
