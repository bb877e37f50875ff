package io.weirkeeper.dev;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether somebody listens on a port of this machine. */
final class FreePort {
    private FreePort() {}

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
