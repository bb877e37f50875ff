package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.HttpSettings;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem of the one who asked, in JSON, and nothing changes. */
class LimitsTest {
    private final FakeGate gate;

    LimitsTest() throws Exception {
        gate = FakeGate.local();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void thereIsNothingUnderOtherPaths() throws Exception {
        for (String path :
                new String[] {"/", "/v1", "/V1/verdicts", "/v1/trusted", "/v1/blocklist/", "/v1/senders/", "/livez/"}) {
            assertProblem(gate.get(path), 404);
        }
    }

    @Test
    void otherMethodsAreToldWhichThereAre() throws Exception {
        HttpResponse<String> answer = gate.ask("PATCH", "/v1/blocklist/a", "");
        assertProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).contains("PUT, DELETE, GET, HEAD");
        assertThat(gate.ask("POST", "/livez", "").headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(gate.ask("OPTIONS", "/v1/gate/pause", "").statusCode()).isEqualTo(405);
        assertThat(RawHttp.ask(gate.port(), "BREW /livez HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(gate.ask("HEAD", "/livez", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyIsOfJsonAndNotTooLong() throws Exception {
        assertProblem(gate.ask("PUT", "/v1/trusted/a", "reason=x", "Content-Type", "text/plain"), 415);
        int most = HttpSettings.DEFAULT.maxBody();
        assertProblem(gate.ask("PUT", "/v1/trusted/a", "{\"reason\":\"" + "x".repeat(most) + "\"}"), 413);
        assertProblem(gate.ask("PUT", "/v1/trusted/a", "{\"reason\":\"" + "x".repeat(5_000) + "\"}"), 400);
        assertProblem(gate.ask("PUT", "/v1/trusted/a", "[".repeat(most / 2)), 400);
        String chunks = "PUT /v1/trusted/a HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + ("fff0\r\n" + "x".repeat(0xfff0) + "\r\n").repeat(17) + "0\r\n\r\n";
        assertThat(RawHttp.send(gate.port(), chunks.getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 413");
        assertThat(gate.said).isEmpty();
    }

    @Test
    void aPathIsNotTooLongAndASenderNeitherTooLongNorEmpty() throws Exception {
        assertProblem(gate.get("/v1/verdicts?sender=" + "x".repeat(16_384)), 414);
        // By a client that first sends all of it: the server answers before it has read the end, and closes the
        // connection.
        assertThat(RawHttp.ask(gate.port(), "GET /" + "x".repeat(60_000) + " HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "\"status\":414")
                .doesNotContain("Exception");
        assertProblem(gate.ask("PUT", "/v1/blocklist/" + "x".repeat(4_097), ""), 400);
        assertThat(gate.ask("PUT", "/v1/blocklist/" + "%C3%A9".repeat(2_048), "")
                        .statusCode())
                .isEqualTo(202);
        assertThat(gate.said).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "%zz",
                "%c3%28",
                "%ff",
                "%c0%af",
                "%u0041",
                "%2e%2e",
                "%2E",
                "..%2f..",
                "a%2f..%2fb",
                "..",
                ".",
                "..;",
                "a%5c..%5cb",
                "%00%",
                "a;%%2F",
                "\u00e9",
                "%ed%a0%80"
            })
    void tricksWithPathsChangeNothing(String sender) throws Exception {
        String answer = RawHttp.ask(gate.port(), "PUT /v1/blocklist/" + sender + " HTTP/1.1\r\nHost: localhost\r\n");
        assertThat(answer.substring(9, 12)).isIn("400", "404");
        assertThat(answer).contains("application/problem+json").doesNotContain("Exception");
        assertThat(gate.said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/verdicts?sneder=x",
        "/v1/verdicts?verdict=allowed",
        "/v1/verdicts?sender=a&sender=b",
        "/v1/verdicts?sender=%ff",
        "/v1/verdicts?&",
        "/livez?x"
    })
    void aQueryIsUnderstoodOrRefused(String path) throws Exception {
        String answer = RawHttp.ask(gate.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void anOperatorsNameIsOneLineAndNotLong() throws Exception {
        assertProblem(gate.ask("POST", "/v1/gate/pause", "", "X-Operator", "x".repeat(101)), 400);
        assertThat(gate.said).isEmpty();
    }

    /** Requests that were right once, with bytes changed, left out and doubled. */
    @Test
    void noRequestMakesTheServerFail() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] heads = {
            "PUT /v1/blocklist/%2B1555 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 14\r\n",
            "GET /v1/blocked-addresses?after=a%20b HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n",
            "GET /v1/senders/%2B1555%2F%F0%9F%98%80?conversation=a%2Fb&command=%21x HTTP/1.1\r\nHost: localhost\r\nWeirkeeper-Hop: 1\r\n",
            "GET /v1/blocklist?after=%2B1555 HTTP/1.1\r\nHost: localhost\r\n",
            "GET /v1/blocklist/%2B1555 HTTP/1.1\r\nHost: localhost\r\n",
            "GET /v1/global-limits HTTP/1.1\r\nHost: localhost\r\n",
            "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 14\r\n",
            "POST /v1/senders/a%2Fb/pardon HTTP/1.1\r\nHost: localhost\r\nX-Operator: ann\r\nContent-Length: 0\r\n"
        };
        for (int i = 0; i < 400; i++) {
            String head = heads[random.nextInt(heads.length)] + "Connection: close\r\n\r\n{\"reason\":\"a\"}";
            StringBuilder bytes = new StringBuilder(head);
            for (int n = random.nextInt(4) + 1; n > 0; n--) {
                int at = random.nextInt(head.indexOf(" HTTP"));
                switch (random.nextInt(3)) {
                    case 0 -> bytes.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> bytes.insert(at, "%/.?&;\\\0".charAt(random.nextInt(8)));
                    default -> bytes.deleteCharAt(at);
                }
            }
            assertThat(sent(bytes.toString()))
                    .as("seed %s, request %s: %s", seed, i, bytes)
                    .matches("4..|202|200|reset|505"); // 505: it was changed into another version of HTTP
        }
    }

    /** Messages that were right once, with bytes changed, left out and doubled. */
    @Test
    void noMessageMakesTheCheckFail() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String message = "{\"id\":\"1\",\"sender\":\"+1555\",\"body\":\"h\u00e9llo \\ud83d\\ude00\",\"priority\":9,"
                + "\"sentAt\":\"2026-01-01T00:00:00Z\",\"attributes\":{\"a\":\"b\"}}";
        for (int i = 0; i < 200; i++) {
            StringBuilder bytes = new StringBuilder(message);
            for (int n = random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(bytes.length());
                switch (random.nextInt(3)) {
                    case 0 -> bytes.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> bytes.insert(at, "{}[]\",:\\9e\0".charAt(random.nextInt(11)));
                    default -> bytes.deleteCharAt(at);
                }
            }
            String head =
                    "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                            + "Content-Length: " + bytes.length() + "\r\n\r\n";
            assertThat(sent(head + bytes))
                    .as("seed %s, request %s: %s", seed, i, bytes)
                    .isIn("200", "400");
        }
    }

    /** The status; the server may close a connection on which it does not want to read on. */
    private String sent(String text) throws IOException {
        try {
            String answer = RawHttp.send(gate.port(), text.getBytes(StandardCharsets.ISO_8859_1));
            return answer.isEmpty() ? "reset" : answer.substring(9, 12);
        } catch (SocketException e) {
            return "reset";
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).doesNotContain("Exception");
    }
}
