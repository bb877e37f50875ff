package io.weirkeeper.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How the HTTP server listens, and what it takes.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param readToken lets its bearer read
 * @param writeToken lets its bearer read and write
 * @param maxBody the longest body of a request, in bytes
 * @param maxUri the longest target of a request, in bytes
 * @param timeout how long a connection may stand still
 * @param maxListeners how many may read the stream of verdicts at a time
 * @param advertisedHost where other instances reach this one, if that is not the host
 * @param advertisedPort the same of the port
 */
public record HttpSettings(
        String host,
        int port,
        Optional<Secret> readToken,
        Optional<Secret> writeToken,
        Optional<Path> readTokenFile,
        Optional<Path> writeTokenFile,
        int maxBody,
        int maxUri,
        Duration timeout,
        int maxListeners,
        Optional<String> advertisedHost,
        OptionalInt advertisedPort) {

    public static final int DEFAULT_PORT = 8080;

    /** On this machine only, without tokens. */
    public static final HttpSettings DEFAULT = new HttpSettings(
            "127.0.0.1",
            DEFAULT_PORT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1024 * 1024,
            16 * 1024,
            Duration.ofSeconds(30),
            100);

    /** Reached by others where it listens. */
    public HttpSettings(
            String host,
            int port,
            Optional<Secret> readToken,
            Optional<Secret> writeToken,
            Optional<Path> readTokenFile,
            Optional<Path> writeTokenFile,
            int maxBody,
            int maxUri,
            Duration timeout,
            int maxListeners) {
        this(
                host,
                port,
                readToken,
                writeToken,
                readTokenFile,
                writeTokenFile,
                maxBody,
                maxUri,
                timeout,
                maxListeners,
                Optional.empty(),
                OptionalInt.empty());
    }

    /** Whether somebody has to show one. */
    public boolean hasTokens() {
        return Stream.of(readToken, writeToken, readTokenFile, writeTokenFile).anyMatch(Optional::isPresent);
    }

    /** The same on another port. */
    public HttpSettings withPort(int other) {
        return new HttpSettings(
                host,
                other,
                readToken,
                writeToken,
                readTokenFile,
                writeTokenFile,
                maxBody,
                maxUri,
                timeout,
                maxListeners,
                advertisedHost,
                advertisedPort);
    }

    /** The same with these tokens, of which neither comes from a file. */
    public HttpSettings withTokens(Optional<Secret> read, Optional<Secret> write) {
        return new HttpSettings(
                host,
                port,
                read,
                write,
                Optional.empty(),
                Optional.empty(),
                maxBody,
                maxUri,
                timeout,
                maxListeners,
                advertisedHost,
                advertisedPort);
    }
}
