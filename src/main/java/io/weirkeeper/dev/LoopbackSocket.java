package io.weirkeeper.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * A port of 127.0.0.1 that is taken before the broker starts and then handed to it. So a busy port is noticed before
 * anything is written, and nobody can take a free port between finding it and using it.
 */
final class LoopbackSocket implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocketChannel channel;
    private final int port;

    private LoopbackSocket(ServerSocketChannel channel) {
        this.channel = channel;
        this.port = channel.socket().getLocalPort();
    }

    /** Takes the port; 0 takes any free one. */
    static LoopbackSocket bind(int port) throws BrokerStartException {
        try {
            InetSocketAddress address = address(port);
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.bind(address, BACKLOG);
                channel.configureBlocking(false); // as the broker expects of a socket that it did not open itself
                return new LoopbackSocket(channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (BindException e) {
            throw new BrokerStartException("port " + port + " is in use; choose another with --port", e);
        } catch (IOException e) {
            throw new BrokerStartException("port " + port + " cannot be opened: " + e, e);
        }
    }

    /** Not the name localhost, which may stand for the IPv6 address as well. */
    private static InetSocketAddress address(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    ServerSocketChannel channel() {
        return channel;
    }

    int port() {
        return port;
    }

    /** Gives the port back; does nothing if the broker has closed the socket already. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
