package io.weirkeeper.http;

import io.weirkeeper.config.HttpSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where other instances reach a server. */
final class Advertised {
    private Advertised() {}

    /** What the settings say, or the host on which it listens; of one that listens everywhere, the name of the machine. */
    static String host(HttpSettings settings) {
        return settings.advertisedHost().orElseGet(() -> named(settings.host()));
    }

    private static String named(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress()
                    ? InetAddress.getLocalHost().getHostName()
                    : host;
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
