package io.weirkeeper.core.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Where a link leads to.
 *
 * @param host as it is written, without user, port and dots at the end; may be empty
 * @param owner the last name in the authority: the host, unless signs that no domain has stand in between, as in
 *     {@code youtube.com'evil.example}, which some take for one name that evil.example owns
 */
record Link(String host, String owner) {

    /** Whether the host can only be one of these domains or one below them. */
    boolean leadsTo(Set<String> domains) {
        return isWithin(host, domains) && (owner.equals(host) || isWithin(owner, domains));
    }

    /** The host for people: in ASCII, if it is a domain, so that look-alikes show. */
    String shown() {
        return domain(host).orElse(host);
    }

    private static boolean isWithin(String host, Set<String> domains) {
        return domain(host).filter(name -> Domain.isWithin(name, domains)).isPresent();
    }

    /** Browsers decode a host once. */
    private static Optional<String> domain(String host) {
        if (host.indexOf('%') < 0) {
            return Domain.ascii(host);
        }
        try {
            return Domain.ascii(URLDecoder.decode(host, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
