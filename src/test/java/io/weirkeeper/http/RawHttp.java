package io.weirkeeper.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes that no well-behaved client sends. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 15_000;

    private RawHttp() {}

    /** Sends a head, to which the end is added, and answers all that came back until the server closed the connection. */
    static String ask(int port, String head) throws IOException {
        return send(port, (head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    static String send(int port, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
