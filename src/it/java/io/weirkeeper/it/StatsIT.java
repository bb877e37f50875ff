package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.config.HttpSettings;
import io.weirkeeper.config.Settings;
import io.weirkeeper.http.GateHttp;
import io.weirkeeper.metrics.Scrape;
import io.weirkeeper.service.GateService;
import io.weirkeeper.service.Profile;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was counted is told over HTTP, and after a restart too. All is asked by the day, which must not turn meanwhile. */
class StatsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENDERS = 10;
    private static final String POLICY = """
            limits:
              - {id: sender, per: [sender], allow: 2 per 1h}
              - {id: all, per: [], allow: 15 per 1h}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveTopics() throws Exception {
        settings = Kafka.settings(directory.resolve("state")).withHttp(HttpSettings.DEFAULT.withPort(0));
        Kafka.createTopics(settings, 3, InboundTime.ARRIVAL);
    }

    @Test
    void theNumbersAreThoseOfTheTopicsAndStayOverARestart() throws Exception {
        String all;
        String one;
        try (Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings);
                Scrape scrape = new Scrape();
                GateService gate = create(scrape);
                GateHttp http = GateHttp.start(settings, gate, scrape)) {
            assertThat(ask(http, "/v1/stats").statusCode()).isEqualTo(503);
            assertThat(ask(http, "/v1/stats?sender=s0").statusCode()).isEqualTo(503);
            gate.begin();
            gate.awaitRunning();
            for (int i = 0; i < 3 * SENDERS; i++) {
                String sender = "s" + i % SENDERS;
                inbox.send(sender, "{\"id\":\"m%d\",\"sender\":\"%s\",\"body\":\"text %d\"}".formatted(i, sender, i));
            }
            inbox.flush();
            outbox.awaitEnded(3 * SENDERS);

            await().atMost(Kafka.PATIENCE)
                    .until(() -> day(http, "/v1/stats").path("judged").asInt() == 3 * SENDERS);
            all = day(http, "/v1/stats").toString();
            one = day(http, "/v1/stats?sender=s0").toString();
            assertThat(all).contains("\"allowed\":15,\"debounced\":{},\"blocked\":{\"RATE_LIMITED\":15},\"saved\":0.5");
            assertThat(one)
                    .contains(
                            "\"judged\":3,\"allowed\":2,\"debounced\":{},\"blocked\":{\"RATE_LIMITED\":1},\"saved\":0.3333");
            assertThat(day(http, "/v1/stats?sender=nobody").path("judged").asInt())
                    .isZero();
            assertThat(scrape.text()).contains("weir_near_limit_total{rule=\"sender\"} " + SENDERS + ".0");
        }
        try (Scrape scrape = new Scrape();
                GateService gate = create(scrape);
                GateHttp http = GateHttp.start(settings, gate, scrape)) {
            gate.begin();
            gate.awaitRunning();

            assertThat(day(http, "/v1/stats")).hasToString(all);
            assertThat(day(http, "/v1/stats?sender=s0")).hasToString(one);
        }
    }

    private GateService create(Scrape scrape) throws Exception {
        return GateService.create(settings, Profile.EXACTLY_ONCE, Gates.wanted(POLICY), scrape.gates(), Kafka.PATIENCE);
    }

    /** What is told of the day, when all tasks can be asked. */
    private JsonNode day(GateHttp http, String path) throws IOException {
        String[] body = new String[1];
        await().atMost(Kafka.PATIENCE).until(() -> {
            HttpResponse<String> answer = ask(http, path);
            body[0] = answer.body();
            return answer.statusCode() == 200;
        });
        return JSON.readTree(body[0]).path("day");
    }

    private HttpResponse<String> ask(GateHttp http, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(http.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
