package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHttpTest {
    private static final Schema SCHEMA = SchemaBuilder.record("R").fields().endRecord();
    private static final CallLimits IMPATIENT = new CallLimits(
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            1000);
    private static final CallLimits SHORT_ANSWERS = new CallLimits(
            CallLimits.DEFAULT.connect(),
            CallLimits.DEFAULT.attempt(),
            CallLimits.DEFAULT.total(),
            CallLimits.DEFAULT.firstPause(),
            CallLimits.DEFAULT.longestPause(),
            1000);

    private final HandPace pace = new HandPace();
    private final CountDownLatch end = new CountDownLatch(1);
    private FakeRegistry one;
    private FakeRegistry two;

    @BeforeEach
    void start() throws IOException {
        one = FakeRegistry.start();
        two = FakeRegistry.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        one.close();
        two.close();
    }

    @Test
    void whatFailsOnceIsAskedAgainAfterAPause() throws IOException {
        one.then(503, "").then(500, "{\"error_code\": 50001}");

        int id = Registries.client(pace, one.url()).register("s", SCHEMA);

        assertThat(id).isEqualTo(1);
        assertThat(one.requests()).hasSize(3).containsOnly("POST /subjects/s/versions");
        assertThat(pace.pauses()).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void anotherUrlIsAskedAtOnceAndThenFirst() throws IOException {
        one.then(503, "");
        RegistryClient client = Registries.client(pace, one.url(), two.url());

        client.register("s", SCHEMA);
        client.register("s", SCHEMA);

        assertThat(one.requests()).hasSize(1);
        assertThat(two.requests()).hasSize(2);
        assertThat(pace.pauses()).isEmpty();
    }

    @Test
    void aUrlWhereNobodyListensIsNoHindrance() throws IOException {
        RegistryClient client = Registries.client(pace, "http://127.0.0.1:" + freePort(), two.url());

        assertThat(client.register("s", SCHEMA)).isEqualTo(1);
    }

    @Test
    void theTimeIsUpAtTheDeadline() throws IOException {
        String nobody = "http://127.0.0.1:" + freePort();
        RegistryClient client = Registries.client(pace, nobody);

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> client.byId(7))
                .withMessageStartingWith("GET /schemas/ids/7: " + nobody + " ");
        assertThat(pace.pauses().stream().mapToLong(Duration::toMillis).sum()).isBetween(3000L, 5000L);
        assertThat(pace.pauses()).contains(Duration.ofSeconds(1)).allMatch(p -> p.toMillis() <= 1000);
    }

    @Test
    void aUrlThatHangsLeavesTimeForAnother() throws IOException {
        one.then(exchange -> hang());
        RegistryClient client = Registries.client(pace, IMPATIENT, Map.of(), one.url(), two.url());

        assertThat(client.register("s", SCHEMA)).isEqualTo(1);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpAtTheDeadline() throws IOException {
        FakeRegistry.Script drip = exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hang();
        };
        one.then(drip).then(drip).then(drip);
        RegistryClient client = Registries.client(Pace.SYSTEM, IMPATIENT, Map.of(), one.url());

        long start = System.nanoTime();
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.byId(7));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void anAnswerThatIsTooLongIsNone() throws IOException {
        one.then(200, "{\"schema\": \"" + "x".repeat(2000) + "\"}").then(200, "{\"id\": 9}");
        RegistryClient client = Registries.client(pace, SHORT_ANSWERS, Map.of(), one.url());

        assertThat(client.register("s", SCHEMA)).isEqualTo(9);
        assertThat(one.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{\"id\":", "[1] 2x"})
    void anAnswerThatIsNotJsonIsNone(String body) throws IOException {
        one.then(200, body);

        assertThat(Registries.client(pace, one.url()).register("s", SCHEMA)).isEqualTo(1);
        assertThat(one.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "7", "{\"id\": null}", "{\"id\": \"1\"}", "{\"id\": 1.5}", "{\"id\": 3000000000}"})
    void anAnswerWithoutWhatWasAskedForIsNone(String body) throws IOException {
        one.then(200, body);
        RegistryClient client = Registries.client(pace, one.url());

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.register("s", SCHEMA));
    }

    @ParameterizedTest
    @CsvSource({"401, 40101", "403, 40301", "404, 40401", "409, 409", "422, 42201"})
    void aNoIsFinal(int status, int code) throws IOException {
        one.then(status, "{\"error_code\": " + code + ", \"message\": \"no\\u0007 way\"}");
        RegistryClient client = Registries.client(pace, one.url(), two.url());

        RegistryRefused refused = catchThrowableOfType(RegistryRefused.class, () -> client.register("s", SCHEMA));

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).hasValue(code);
        assertThat(refused).hasMessageEndingWith(" answers " + status + ": no  way");
        assertThat(two.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 429, 500, 502, 503, 504})
    void aStatusOfTheMomentIsNotFinal(int status) throws IOException {
        one.then(status, "");

        assertThat(Registries.client(pace, one.url()).register("s", SCHEMA)).isEqualTo(1);
    }

    @Test
    void aNotFoundOfSomethingElseSaysNothingAboutSchemas() throws IOException {
        one.then(404, "<html>not here</html>").then(404, "{\"error_code\": 404}");
        RegistryClient client = Registries.client(pace, one.url());

        RegistryRefused html = catchThrowableOfType(RegistryRefused.class, () -> client.byId(1));
        RegistryRefused path = catchThrowableOfType(RegistryRefused.class, () -> client.byId(1));

        assertThat(html.errorCode()).isEqualTo(OptionalInt.empty());
        assertThat(html.isNotFound()).isFalse();
        assertThat(path.isNotFound()).isFalse();
        assertThat(client.byId(1)).isEqualTo(new WriterSchema.Unknown());
    }

    @Test
    void whoIsInterruptedDoesNotWait() throws IOException {
        RegistryClient client = Registries.client(pace, one.url());
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.byId(1));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void credentialsAreShownToTheRegistry() throws IOException {
        Registries.client(pace, CallLimits.DEFAULT, Map.of("bearer.auth.token", "abc"), one.url())
                .byId(1);
        Registries.client(pace, "http://me:secret@" + one.authority()).byId(1);
        Registries.client(pace, one.url()).byId(1);

        assertThat(one.authorizations()).containsExactly("Bearer abc", "Basic bWU6c2VjcmV0", "");
    }

    @Test
    void failuresDoNotTellThePassword() throws IOException {
        RegistryClient client = Registries.client(pace, "http://me:secret@127.0.0.1:" + freePort());

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> client.byId(1))
                .withMessageNotContaining("secret");
    }

    private void hang() throws IOException {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
