package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry whose certificate is of "localhost", and which wants to see one of its clients. */
class TlsTest {
    private static final String SSL = "schema.registry.ssl.";

    @TempDir
    static Path directory;

    private static Path keys;
    private static FakeRegistry registry;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keys = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "registry",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TlsSettings.Store store = new TlsSettings.Store(keys, Optional.of("secret"), "PKCS12");
        SSLContext context =
                TlsContext.of(new TlsSettings(Optional.of(store), Optional.of(store), Optional.empty(), true));
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        registry = new FakeRegistry(server);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void bothShowTheirCertificates() throws IOException {
        assertThat(client("localhost", trust(), key()).byId(1)).isEqualTo(new WriterSchema.Unknown());
    }

    @Test
    void aRegistryThatIsNotTrustedIsUnavailable() throws IOException {
        RegistryClient client = client("localhost", key());

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.byId(1));
    }

    @Test
    void aClientWithoutACertificateIsTurnedAway() throws IOException {
        RegistryClient client = client("localhost", trust());

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.byId(1));
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrusted() throws IOException {
        RegistryClient client = client("127.0.0.1", trust(), key());

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.byId(1));
    }

    @Test
    void theHostIsNotComparedIfTheOperatorDoesNotWantIt() throws IOException {
        Map<String, String> anyHost = Map.of(SSL + "endpoint.identification.algorithm", "");

        assertThat(client("127.0.0.1", trust(), key(), anyHost).byId(1)).isEqualTo(new WriterSchema.Unknown());
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotTrustedEitherThen() throws IOException {
        RegistryClient client = client("localhost", key(), Map.of(SSL + "endpoint.identification.algorithm", ""));

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.byId(1));
    }

    @Test
    void aStoreThatCannotBeReadIsNamed() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.p12"), "no store");

        assertThatIOException()
                .isThrownBy(() -> client("localhost", store("truststore", broken, "secret")))
                .withMessageStartingWith("PKCS12 " + broken + " cannot be used: ");
        assertThatIOException()
                .isThrownBy(() -> client("localhost", store("keystore", keys, "guess")))
                .withMessageStartingWith("PKCS12 " + keys + " cannot be used: ");
        assertThatIOException()
                .isThrownBy(() -> client("localhost", store("truststore", Path.of("none.p12"), "secret")))
                .withMessage("PKCS12 none.p12: there is no such file");
    }

    private static Map<String, String> trust() {
        return store("truststore", keys, "secret");
    }

    private static Map<String, String> key() {
        return store("keystore", keys, "secret");
    }

    private static Map<String, String> store(String kind, Path location, String password) {
        return Map.of(
                SSL + kind + ".location",
                location.toString(),
                SSL + kind + ".password",
                password,
                SSL + kind + ".type",
                "PKCS12");
    }

    @SafeVarargs
    private static RegistryClient client(String host, Map<String, String>... properties) throws IOException {
        Map<String, String> all = Stream.of(properties)
                .flatMap(each -> each.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        String port = registry.authority().replaceFirst(".*:", "");
        return Registries.client(new HandPace(), CallLimits.DEFAULT, all, "https://" + host + ':' + port);
    }
}
