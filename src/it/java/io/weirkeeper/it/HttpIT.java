package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.cli.Shell;
import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Settings;
import io.weirkeeper.http.GateHttp;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.Profile;
import io.weirkeeper.topics.InboundTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The server beside a gate on a real broker. */
@Execution(ExecutionMode.CONCURRENT)
class HttpIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENDER = "+15550100";
    private static final Pattern CURL = Pattern.compile("(?m)^curl (.*)$");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private int sent;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveTopics() throws Exception {
        settings = Kafka.settings(directory.resolve("state")).withHttp(HttpSettings.DEFAULT.withPort(0));
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
    }

    @Test
    void aSenderIsBlockedAndUnblockedAndAllOfItIsSeen() throws Exception {
        try (Scrape scrape = new Scrape();
                GateService gate = create(scrape);
                GateHttp http = GateHttp.start(settings, gate, scrape);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            gate.show(scrape::watch);
            assertThat(ask(http, "GET", "/livez").statusCode()).isEqualTo(200);
            assertThat(ask(http, "GET", "/readyz").statusCode()).isEqualTo(503);
            assertThat(ask(http, "GET", "/v1/blocked-addresses").statusCode()).isEqualTo(503);
            gate.begin();
            await().atMost(Kafka.PATIENCE)
                    .until(() -> ask(http, "GET", "/readyz").statusCode() == 200);
            Queue<String> seen = listen(http, "/v1/verdicts?verdict=BLOCKED");

            assertThat(ask(http, "PUT", "/v1/blocklist/" + SENDER).statusCode()).isEqualTo(202);
            awaitReason(inbox, outbox, "BLOCKLISTED");
            await().atMost(Kafka.PATIENCE)
                    .until(() -> seen.stream().anyMatch(line -> line.contains("\"reason\":\"BLOCKLISTED\"")));
            assertThat(ask(http, "DELETE", "/v1/blocklist/" + SENDER).statusCode())
                    .isEqualTo(202);
            awaitReason(inbox, outbox, "ALLOWED");

            assertThat(ask(http, "GET", "/metrics").body())
                    .contains("reason=\"BLOCKLISTED\",rule=\"none\",verdict=\"BLOCKED\"} "
                            + blocked(outbox, "BLOCKLISTED") + ".0")
                    .contains("verdict=\"ALLOWED\"} " + outbox.allowed().size() + ".0");
            await().atMost(Kafka.PATIENCE)
                    .until(() -> ask(http, "GET", "/metrics").body().contains("kafka_stream_placement_rerouted_total"));
            http.close();
            await().atMost(Kafka.PATIENCE).until(() -> seen.contains("end"));
        }
    }

    @Test
    void addressesAreListedAsTheGateKnowsThem() throws Exception {
        try (Scrape scrape = new Scrape();
                GateService gate = create(scrape);
                GateHttp http = GateHttp.start(settings, gate, scrape)) {
            gate.begin();
            gate.awaitRunning();
            for (String address : List.of("203.0.113.7", "2001:db8::1")) {
                assertThat(ask(http, "PUT", "/v1/blocked-addresses/" + address, "X-Operator", "ann")
                                .statusCode())
                        .isEqualTo(202);
            }
            assertThat(ask(http, "POST", "/v1/gate/pause").statusCode()).isEqualTo(202);
            await().atMost(Kafka.PATIENCE).until(() -> addresses(http).equals(List.of("2001:db8::1", "203.0.113.7")));
            assertThat(ask(http, "GET", "/v1/blocked-addresses/203.0.113.7").body())
                    .contains("\"by\":\"ann\"");
            ask(http, "DELETE", "/v1/blocked-addresses/2001:db8::1");
            await().atMost(Kafka.PATIENCE).until(() -> addresses(http).equals(List.of("203.0.113.7")));
        }
    }

    @Test
    void aPolicyIsPublishedAndJudgedByAndSeenInTheMetrics() throws Exception {
        try (Scrape scrape = new Scrape();
                GateService gate = create(scrape);
                GateHttp http = GateHttp.start(settings, gate, scrape)) {
            gate.begin();
            gate.awaitRunning();
            HttpRequest put = HttpRequest.newBuilder(URI.create(http.url() + "/v1/policy?note=slower"))
                    .headers("Content-Type", "application/yaml", "X-Operator", "ann")
                    .PUT(HttpRequest.BodyPublishers.ofString("name: slower\nmaxAge: 5m\n"))
                    .build();
            assertThat(client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
            assertThat(client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);

            await().atMost(Kafka.PATIENCE)
                    .until(() -> gate.policy().inForce().policy().version() == 2);
            JsonNode inForce =
                    JSON.readTree(ask(http, "GET", "/v1/policy").body()).path("inForce");
            assertThat(inForce.path("version").asLong()).isEqualTo(2);
            assertThat(inForce.path("author").asText()).isEqualTo("ann");
            assertThat(inForce.path("note").asText()).isEqualTo("slower");
            assertThat(ask(http, "GET", "/metrics").body()).contains("weir_policy_version 2.0");
        }
    }

    /** Except the streams, which do not end. */
    @Test
    void theExamplesOfTheDocumentationWork() throws Exception {
        try (Scrape scrape = new Scrape();
                GateService gate = create(scrape);
                GateHttp http = GateHttp.start(settings, gate, scrape)) {
            gate.begin();
            gate.awaitRunning();
            List<String> commands = CURL.matcher(Files.readString(Path.of("docs/http.md")))
                    .results()
                    .map(found -> found.group(1))
                    .filter(line -> !line.startsWith("-N"))
                    .toList();
            assertThat(commands).hasSizeGreaterThan(3);
            for (String command : commands) {
                Process curl = new ProcessBuilder(
                                "sh",
                                "-c",
                                "curl -s --fail-with-body " + command.replace("http://127.0.0.1:8080", http.url()))
                        .redirectErrorStream(true)
                        .start();
                String printed = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(curl.waitFor(Kafka.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(curl.exitValue()).as("%s: %s", command, printed).isZero();
            }
        }
    }

    @Test
    void aBusyPortAndAnUnguardedHostEndTheCommandBeforeAnythingIsStarted() throws Exception {
        Path policy = Files.writeString(directory.resolve("policy.yaml"), Gates.FIVE_A_MINUTE);
        Shell shell = new Shell();
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = busy.getLocalPort();
            assertThat(shell.run("run", "--config", config(policy, "host: 127.0.0.1, port: " + port)))
                    .isEqualTo(1);
            assertThat(shell.printed().trim().lines())
                    .singleElement()
                    .asString()
                    .startsWith("weir: port " + port + " of 127.0.0.1 cannot be had for HTTP");
        }
        assertThat(shell.run("run", "--config", config(policy, "host: 0.0.0.0")))
                .isEqualTo(2);
        assertThat(shell.printed()).startsWith("weir: http.host: 0.0.0.0 is reached by others");
    }

    private String config(Path policy, String http) throws IOException {
        return Files.writeString(directory.resolve("weirkeeper.yaml"), """
                applicationId: %s
                policy: %s
                format: json
                topics: {prefix: %s}
                state: {directory: %s}
                http: {%s}
                kafka: {bootstrap.servers: "%s"}
                """.formatted(
                                settings.applicationId(),
                                policy,
                                settings.topics().prefix(),
                                settings.stateDirectory(),
                                http,
                                settings.bootstrapServers()))
                .toString();
    }

    private GateService create(Scrape scrape) throws Exception {
        return GateService.create(
                settings, Profile.EXACTLY_ONCE, Gates.wanted(Gates.FIVE_A_MINUTE), scrape.gates(), Kafka.PATIENCE);
    }

    private HttpResponse<String> ask(GateHttp http, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<String> addresses(GateHttp http) throws IOException, InterruptedException {
        JsonNode list = JSON.readTree(ask(http, "GET", "/v1/blocked-addresses").body());
        List<String> addresses = new ArrayList<>();
        list.path("addresses")
                .forEach(each -> addresses.add(each.path("address").asText()));
        return addresses;
    }

    /** The lines of a stream, and "end" when it has ended. */
    private Queue<String> listen(GateHttp http, String path) throws IOException, InterruptedException {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(http.url() + path)).build();
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
        Thread thread = new Thread(() -> {
            reader.lines().forEach(lines::add);
            lines.add("end");
        });
        thread.setDaemon(true);
        thread.start();
        return lines;
    }

    /** What operators say takes a moment to reach the gate: asks again until the answer is that. */
    private void awaitReason(Inbox inbox, Outbox outbox, String expected) {
        await().atMost(Kafka.PATIENCE).until(() -> {
            String id = "m" + ++sent;
            inbox.send(SENDER, "{\"id\":\"%s\",\"sender\":\"%s\",\"body\":\"hello %s\"}".formatted(id, SENDER, id));
            inbox.flush();
            outbox.awaitEnded(sent);
            Optional<String> reason = outbox.blocked().stream()
                    .filter(verdict -> verdict.at("/message/id").asText().equals(id))
                    .map(verdict -> verdict.path("reason").asText())
                    .findFirst();
            return reason.orElse("ALLOWED").equals(expected);
        });
    }

    private static long blocked(Outbox outbox, String reason) {
        return outbox.blocked().stream()
                .filter(verdict -> verdict.path("reason").asText().equals(reason))
                .count();
    }
}
