package io.weirkeeper.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What keeps others out while there are no tokens: the address on which the server listens, and, since any page in a browser on
 * this machine reaches that address too, the headers that browsers send.
 */
final class Loopback {
    private Loopback() {}

    /** Whether a host to listen on is reached from this machine only. */
    static boolean isLoopback(String host) throws HttpSettingsException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new HttpSettingsException("http.host: " + host + " is not known");
        }
    }

    /**
     * Refuses what a page of another site may have sent.
     *
     * @param host the header Host: a name of another site that leads here gives itself away
     * @param origin the header Origin: browsers send it with whatever writes
     */
    static void requireOwn(@Nullable String host, @Nullable String origin) throws HttpProblem {
        if (host == null || !isOwnName(host)) {
            throw HttpProblem.of(403, "without tokens the server answers to the names of this machine only");
        }
        if (origin != null && !origin.equals("http://" + host)) {
            throw HttpProblem.of(403, "without tokens the server does not answer pages of other sites");
        }
    }

    private static boolean isOwnName(String host) {
        String name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.[0-9]{1,3}){3}");
    }
}
