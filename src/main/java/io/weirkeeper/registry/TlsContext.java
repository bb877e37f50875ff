package io.weirkeeper.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Opens the stores and makes of them what a connection needs. */
final class TlsContext {
    private TlsContext() {}

    /**
     * @throws IOException if a store cannot be read; the message names the file
     */
    static SSLContext of(TlsSettings settings) throws IOException {
        TrustManager @Nullable [] trust = settings.trust().isEmpty() && settings.checkHost()
                ? null
                : trust(settings.trust(), settings.checkHost());
        KeyManager @Nullable [] keys =
                settings.key().isEmpty() ? null : keys(settings.key().get(), settings.keyPassword());
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be used: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trust(Optional<TlsSettings.Store> store, boolean checkHost) throws IOException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store.isEmpty() ? null : load(store.get()));
            TrustManager[] managers = factory.getTrustManagers();
            for (int i = 0; i < managers.length && !checkHost; i++) {
                if (managers[i] instanceof X509ExtendedTrustManager manager) {
                    managers[i] = new AnyHost(manager);
                }
            }
            return managers;
        } catch (GeneralSecurityException e) {
            throw unusable(store.map(TlsSettings.Store::toString).orElse("the JDK's trust store"), e);
        }
    }

    private static KeyManager[] keys(TlsSettings.Store store, Optional<String> keyPassword) throws IOException {
        char[] password = keyPassword.or(store::password).orElse("").toCharArray();
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(load(store), password);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw unusable(store.toString(), e);
        }
    }

    private static KeyStore load(TlsSettings.Store store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.type());
        char @Nullable [] password = store.password().map(String::toCharArray).orElse(null);
        try (InputStream in = Files.newInputStream(store.location())) {
            keys.load(in, password);
            return keys;
        } catch (NoSuchFileException e) {
            throw new IOException(store + ": there is no such file", e);
        } catch (IOException e) {
            throw unusable(store.toString(), e);
        }
    }

    private static IOException unusable(String store, Exception e) {
        return new IOException(store + " cannot be used: " + e.getMessage(), e);
    }

    /**
     * Trusts the same certificates, whatever host they were made for. The JDK's client asks for the check of the host in any
     * case, but leaves it to the trust manager that knows the connection: this one does not look at it.
     */
    private static final class AnyHost extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager certificates;

        AnyHost(X509ExtendedTrustManager certificates) {
            this.certificates = certificates;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            certificates.checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            certificates.checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            certificates.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            certificates.checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            certificates.checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            certificates.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return certificates.getAcceptedIssuers();
        }
    }
}
