package io.weirkeeper.http;

import static io.weirkeeper.http.FakeGate.READ;
import static io.weirkeeper.http.FakeGate.WRITE;
import static io.weirkeeper.http.FakeGate.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and where the server listens. */
class AccessTest {
    private static final String PATH = "/v1/blocked-addresses";

    @Test
    void eachTokenOpensWhatItIsFor() throws Exception {
        try (FakeGate gate = FakeGate.guarded()) {
            assertThat(gate.get("/livez").statusCode()).isEqualTo(200);
            assertThat(gate.get("/openapi.json").statusCode()).isEqualTo(200);
            for (String path : new String[] {PATH, "/metrics"}) {
                assertThat(gate.get(path).statusCode()).isEqualTo(401);
                assertThat(gate.get(path, bearer("wrong")).statusCode()).isEqualTo(401);
                assertThat(gate.get(path, bearer(READ)).statusCode()).isEqualTo(200);
                assertThat(gate.get(path, bearer(WRITE)).statusCode()).isEqualTo(200);
            }
            assertThat(gate.ask("POST", "/v1/gate/pause", "").statusCode()).isEqualTo(401);
            assertThat(gate.ask("POST", "/v1/gate/pause", "", bearer(READ)).statusCode())
                    .isEqualTo(403);
            assertThat(gate.said).isEmpty();
            assertThat(gate.ask("POST", "/v1/gate/pause", "", bearer(WRITE)).statusCode())
                    .isEqualTo(202);
            assertThat(gate.said.get(0).by()).contains("write-token");
        }
    }

    @Test
    void aRefusalSaysWhatIsWanted() throws Exception {
        try (FakeGate gate = FakeGate.guarded()) {
            HttpResponse<String> answer = gate.get(PATH, "Authorization", "Basic " + READ);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"weirkeeper\"");
            assertThat(answer.body())
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                            + "\"detail\":\"this needs a bearer token\"}");
            assertThat(gate.get(PATH, "Authorization", "bEaReR " + READ).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void withAReadTokenAloneNobodyWrites() throws Exception {
        HttpSettings settings = HttpSettings.DEFAULT.withTokens(Optional.of(new Secret(READ)), Optional.empty());
        try (FakeGate gate = FakeGate.with(settings)) {
            assertThat(gate.ask("POST", "/v1/gate/pause", "", bearer(READ)).statusCode())
                    .isEqualTo(403);
            assertThat(gate.said).isEmpty();
        }
    }

    @Test
    void withoutTokensPagesOfOtherSitesGetNothing() throws Exception {
        try (FakeGate gate = FakeGate.local()) {
            assertThat(gate.ask("POST", "/v1/gate/pause", "", "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(gate.said).isEmpty();
            assertThat(gate.ask("POST", "/v1/gate/pause", "", "Origin", gate.url(""))
                            .statusCode())
                    .isEqualTo(202);
            String raw = RawHttp.ask(gate.port(), "GET " + PATH + " HTTP/1.1\r\nHost: evil.example\r\n");
            assertThat(raw).startsWith("HTTP/1.1 403");
            assertThat(RawHttp.ask(gate.port(), "GET " + PATH + " HTTP/1.1\r\nHost: localhost:1\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aServerThatOthersReachNeedsAWriteToken() {
        HttpSettings open = on("0.0.0.0");
        assertThatThrownBy(() -> FakeGate.with(open))
                .isInstanceOf(HttpSettingsException.class)
                .hasMessageContaining("http.host: 0.0.0.0")
                .hasMessageContaining("http.writeToken");
        assertThatThrownBy(() -> FakeGate.with(open.withTokens(Optional.of(new Secret(READ)), Optional.empty())))
                .isInstanceOf(HttpSettingsException.class);
    }

    @Test
    void withAWriteTokenItMayListenEverywhere() throws Exception {
        try (FakeGate gate =
                FakeGate.with(on("0.0.0.0").withTokens(Optional.empty(), Optional.of(new Secret(WRITE))))) {
            assertThat(gate.get(PATH).statusCode()).isEqualTo(401);
            assertThat(gate.get(PATH, bearer(WRITE)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBusyPortIsOneClearMessage() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpSettings settings = HttpSettings.DEFAULT.withPort(busy.getLocalPort());
            assertThatThrownBy(() -> HttpServer.start(settings, Tokens.of(settings), List.of()))
                    .isInstanceOf(HttpStartException.class)
                    .hasMessageContaining("port " + busy.getLocalPort())
                    .hasMessageContaining("http.port");
        }
    }

    @Test
    void aTokenComesFromAFileWithoutItsLineBreak(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "s3cret\n");
        Tokens tokens = Tokens.of(files(file));
        assertThat(tokens.write()).contains(new Secret("s3cret"));
        assertThat(tokens.toString()).doesNotContain("s3cret");

        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        assertThatThrownBy(() -> Tokens.of(files(empty))).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Tokens.of(files(directory.resolve("none")))).hasMessageContaining("cannot read");
    }

    private static HttpSettings on(String host) {
        HttpSettings usual = HttpSettings.DEFAULT;
        return new HttpSettings(
                host,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                usual.maxBody(),
                usual.maxUri(),
                Duration.ofSeconds(5),
                1);
    }

    private static HttpSettings files(Path write) {
        HttpSettings usual = HttpSettings.DEFAULT;
        return new HttpSettings(
                usual.host(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(write),
                usual.maxBody(),
                usual.maxUri(),
                usual.timeout(),
                1);
    }
}
