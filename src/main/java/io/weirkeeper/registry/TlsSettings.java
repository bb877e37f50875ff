package io.weirkeeper.registry;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a registry is trusted, and what is shown to it.
 *
 * @param trust whom to trust; empty: whom the JDK trusts
 * @param key the certificate to show, if asked for one
 * @param keyPassword of the private key, where it differs from the store's
 * @param checkHost whether the certificate must be of the host in the URL
 */
public record TlsSettings(Optional<Store> trust, Optional<Store> key, Optional<String> keyPassword, boolean checkHost) {
    static final TlsSettings DEFAULT = new TlsSettings(Optional.empty(), Optional.empty(), Optional.empty(), true);

    /**
     * A file of certificates or keys.
     *
     * @param type JKS or PKCS12; Java reads either as JKS too
     */
    public record Store(Path location, Optional<String> password, String type) {
        /** Without the password. */
        @Override
        public String toString() {
            return type + ' ' + location;
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "TlsSettings[trust=" + trust + ", key=" + key + ", checkHost=" + checkHost + ']';
    }
}
