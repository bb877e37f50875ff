package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Secret;
import io.weirkeeper.config.Settings;
import io.weirkeeper.http.GateHttp;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.query.Asker;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.Profile;
import io.weirkeeper.topics.InboundTime;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two instances on one broker: any of them answers for any sender. */
@Execution(ExecutionMode.CONCURRENT)
class QueriesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 2;
    private static final String TOKEN = "read-it";
    private static final String POLICY = """
            limits:
              - {id: one, per: [sender], allow: 1 per 1h, strikes: 1}
              - {id: chat, per: [sender, conversation], allow: 5 per 1h}
              - {id: all, per: [], allow: 1000 per 1h}
            penalties: {window: 7d, ladder: [], permanentAt: 1}
            trusted: {senders: [friend], factor: 3}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<One> instances = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    /** An instance with its server. */
    private record One(Scrape scrape, GateService gate, GateHttp http) {
        void close() {
            http.close();
            gate.close();
            scrape.close();
        }
    }

    @BeforeEach
    void startTwo() throws Exception {
        HttpSettings http = HttpSettings.DEFAULT
                .withPort(0)
                .withTokens(Optional.of(new Secret(TOKEN)), Optional.of(new Secret("write-it")));
        settings = Kafka.settings(directory.resolve("0")).withHttp(http);
        Kafka.createTopics(settings, PARTITIONS, InboundTime.ARRIVAL);
        for (int i = 0; i < 2; i++) {
            Settings own = Kafka.withState(settings, directory.resolve("" + i)).withHttp(http);
            Scrape scrape = new Scrape();
            GateService gate =
                    GateService.create(own, Profile.EXACTLY_ONCE, Gates.wanted(POLICY), scrape.gates(), Kafka.PATIENCE);
            GateHttp server = GateHttp.start(own, gate, scrape);
            instances.add(new One(scrape, gate, server));
            gate.begin();
            assertThat(gate.awaitRunning()).isTrue();
        }
        Kafka.awaitInstances(settings, 2);
        await().atMost(Kafka.PATIENCE)
                .until(() -> known(0, "/v1/blocklist").isPresent()
                        && known(1, "/v1/blocklist").isPresent()
                        && known(0, "/v1/global-limits").isPresent()
                        && known(1, "/v1/global-limits").isPresent());
    }

    @AfterEach
    void stop() {
        instances.forEach(One::close);
    }

    @Test
    void bothAnswerTheSameWhoeverJudgesTheSender() throws Exception {
        List<String> senders =
                List.of("+1555/0100", "caf\u00e9 \ud83d\ude00", "a+b", "100%", "friend", "s1", "s2", "s3");
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            for (String sender : senders) {
                inbox.send(sender, message("m-" + sender, sender));
            }
            inbox.flush();
            outbox.awaitEnded(senders.size());
        }
        int elsewhere = 0;
        for (String sender : senders) {
            String path = "/v1/senders/" + encoded(sender) + "?conversation=4%2F2";
            JsonNode a = limits(awaitKnown(0, path));
            assertThat(limits(awaitKnown(1, path))).as(sender).isEqualTo(a);
            assertThat(a.at("/0/used").asInt()).as(sender).isEqualTo(1);
            assertThat(a.at("/0/left").asInt()).isEqualTo(sender.equals("friend") ? 2 : 0);
            assertThat(a.at("/1/applies").asBoolean()).isTrue();
            assertThat(a.at("/1/left").asInt()).isEqualTo(sender.equals("friend") ? 15 : 5);
            elsewhere += ask(0, "GET", path, "", Asker.HOP, Asker.ONE_HOP).statusCode() == 503 ? 1 : 0;
        }
        assertThat(elsewhere).isBetween(1, senders.size() - 1);
        for (int i = 0; i < 2; i++) {
            assertThat(awaitKnown(i, "/v1/global-limits").at("/limits/0/used").asInt())
                    .isEqualTo(senders.size());
            JsonNode nobody = awaitKnown(i, "/v1/senders/nobody");
            assertThat(nobody.path("standing")).isEmpty();
            assertThat(nobody.at("/limits/0/used").asInt()).isZero();
            assertThat(nobody.at("/limits/0").has("resetsAt")).isFalse();
            assertThat(nobody.at("/limits/1/applies").asBoolean()).isFalse();
        }
    }

    @Test
    void aCheckCountsNothingAndSaysWhatTheVerdictWouldSay() throws Exception {
        int ended = 0;
        for (String sender : List.of("x1", "x2", "x3")) {
            for (int i = 0; i < 4; i++) {
                JsonNode checked = check(i % 2, sender);
                assertThat(checked.path("verdict").asText()).isEqualTo("ALLOWED");
                assertThat(checked.path("next").asText()).isEqualTo("global");
            }
            JsonNode checked;
            JsonNode blocked;
            try (Inbox inbox = new Inbox(settings);
                    Outbox outbox = new Outbox(settings)) {
                inbox.send(sender, message("1-" + sender, sender));
                inbox.flush();
                await().atMost(Kafka.PATIENCE)
                        .until(() -> check(0, sender).path("verdict").asText().equals("BLOCKED"));
                checked = check(1, sender);
                assertThat(checked.path("retryAt")).isEqualTo(check(0, sender).path("retryAt"));
                assertThat(checked.path("penalty").path("kind").asText()).isEqualTo("PERMANENT");
                assertThat(awaitKnown(0, "/v1/senders/" + sender)
                                .at("/ledger/strikes")
                                .asInt())
                        .isZero();
                inbox.send(sender, message("2-" + sender, sender));
                inbox.flush();
                ended += 2;
                outbox.awaitEnded(ended);
                blocked = outbox.blocked().stream()
                        .filter(verdict ->
                                verdict.at("/message/sender").asText().equals(sender))
                        .findFirst()
                        .orElseThrow();
            }
            assertThat(blocked.path("reason").asText()).isEqualTo("RATE_LIMITED");
            assertThat(checked.path("reason").asText()).isEqualTo("RATE_LIMITED");
            assertThat(checked.path("retryAt")).isEqualTo(blocked.path("retryAt"));
        }
    }

    @Test
    void theBlockListIsThatOfAllAndOneAnswersForAllWhenTheOtherIsGone() throws Exception {
        List<String> senders = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            String sender = String.format("b%03d", i);
            senders.add(sender);
            assertThat(ask(
                                    0,
                                    "PUT",
                                    "/v1/blocklist/" + sender,
                                    "{\"reason\":\"r\"}",
                                    "Authorization",
                                    "Bearer write-it")
                            .statusCode())
                    .isEqualTo(202);
        }
        Kafka.awaitObeyed(settings, senders.size());
        for (int i = 0; i < 2; i++) {
            assertThat(list(i)).isEqualTo(senders);
            assertThat(awaitKnown(i, "/v1/blocklist/b007").path("source").asText())
                    .isEqualTo("OPERATOR");
            assertThat(ask(i, "GET", "/v1/blocklist/b999", "").statusCode()).isEqualTo(404);
        }

        instances.remove(1).close();

        await().atMost(Kafka.PATIENCE).until(() -> {
            HttpResponse<String> answer = ask(0, "GET", "/v1/blocklist", "");
            assertThat(answer.statusCode()).isIn(200, 503);
            if (answer.statusCode() == 503) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            return answer.statusCode() == 200;
        });
        assertThat(list(0)).isEqualTo(senders);
        for (String sender : senders.subList(0, 20)) {
            assertThat(awaitKnown(0, "/v1/senders/" + sender)
                            .at("/standing/blocked/reason")
                            .asText())
                    .isEqualTo("r");
        }
    }

    /** The same with bytes changed stands in LimitsTest; here all that is behind the server is real. */
    @Test
    void withoutATokenNobodyIsAnsweredAndNoRequestMakesItFailOrChangesAnything() throws Exception {
        for (String path : List.of("/v1/senders/a", "/v1/blocklist", "/v1/global-limits")) {
            assertThat(raw(0, "GET " + path + " HTTP/1.1\r\n\r\n", "")).startsWith("HTTP/1.1 401");
        }
        String huge = "x".repeat(HttpSettings.DEFAULT.maxBody() + 1);
        List<String> bodies = List.of(
                "", "{", "[]", "null", "7", "{\"sender\":7}", "{\"sender\":\"\\ud800\"}", "[".repeat(50_000), huge);
        List<String> paths = List.of(
                "/v1/senders/%",
                "/v1/senders/a;%%2F",
                "/v1/senders/%ff",
                "/v1/senders/%2e%2e",
                "/v1/senders/../../livez",
                "/v1/senders/a?conversation=%c0%af",
                "/v1/senders/a?sender=b&sender=c",
                "/v1/senders/" + "%C3%A9".repeat(2_500),
                "/v1/stats?sender=",
                "/v1/stats?sender=%00",
                "/v1/blocklist?after=%ed%a0%80",
                "/v1/blocklist?after=%F0%9F%98%80",
                "/v1/blocklist/%00");
        List<String> requests = new ArrayList<>();
        paths.forEach(path -> requests.add("GET " + path + " HTTP/1.1\r\n\r\n"));
        for (String body : bodies) {
            requests.add(post("POST /v1/check", body));
            requests.add(post("PUT /v1/policy", body));
        }
        // Refused before a body is read, with which the connection would break.
        requests.add("PUT /v1/blocklist/% HTTP/1.1\r\n\r\n");
        requests.add("PUT /v1/trusted/.. HTTP/1.1\r\n\r\n");
        for (int i = 0; i < 2; i++) {
            for (String request : requests) {
                String answer = raw(i, request);
                assertThat(answer).as(request.lines().findFirst().orElse("")).matches("(?s)HTTP/1.1 ([234]..|503).*");
                assertThat(answer).doesNotContain("Exception");
            }
        }
        for (int i = 0; i < 2; i++) {
            assertThat(awaitKnown(i, "/v1/blocklist").path("senders")).isEmpty();
            assertThat(awaitKnown(i, "/v1/stats").at("/day/judged").asInt()).isZero();
            assertThat(awaitKnown(i, "/v1/policy").at("/inForce/version").asInt())
                    .isEqualTo(1);
            assertThat(instances.get(i).gate().health().causes()).isEmpty();
        }
    }

    private static String post(String route, String body) {
        return route + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** With the token that may write. */
    private String raw(int instance, String request) throws Exception {
        return raw(instance, request, "Authorization: Bearer write-it\r\n");
    }

    private String raw(int instance, String request, String header) throws Exception {
        String head = "\r\nHost: localhost\r\n" + header + "Connection: close\r\n";
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), instances.get(instance).http().port())) {
            socket.setSoTimeout((int) Kafka.PATIENCE.toMillis());
            socket.getOutputStream().write(request.replaceFirst("\r\n", head).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String message(String id, String sender) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("sender", sender)
                .put("conversation", "c")
                .put("body", "text " + id)
                .toString();
    }

    private JsonNode check(int instance, String sender) throws Exception {
        String body = JSON.createObjectNode()
                .put("sender", sender)
                .put("body", "is it?")
                .toString();
        HttpResponse<String> answer = ask(instance, "POST", "/v1/check", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private List<String> list(int instance) throws Exception {
        List<String> senders = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String query = after.get().isEmpty() ? "" : "?after=" + encoded(after.get());
            JsonNode page = awaitKnown(instance, "/v1/blocklist" + query);
            assertThat(page.path("senders").size()).isLessThanOrEqualTo(100);
            page.path("senders").forEach(each -> senders.add(each.path("sender").asText()));
            after = page.has("next") ? Optional.of(page.path("next").asText()) : Optional.empty();
        }
        return senders;
    }

    private static JsonNode limits(JsonNode sender) {
        return sender.path("limits");
    }

    private JsonNode awaitKnown(int instance, String path) {
        return await().atMost(Kafka.PATIENCE)
                .until(() -> known(instance, path), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> known(int instance, String path) throws Exception {
        HttpResponse<String> answer = ask(instance, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
    }

    private HttpResponse<String> ask(int instance, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(instances.get(instance).http().url() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.setHeader("Authorization", "Bearer " + TOKEN);
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
