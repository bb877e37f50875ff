package io.weirkeeper.query;

/**
 * A running gate, by where its HTTP server answers: its {@code application.server}.
 *
 * @param host a name or an address that the other instances can reach
 */
public record Instance(String host, int port) {

    public Instance {
        if (host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not host and port: " + host + ":" + port);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
