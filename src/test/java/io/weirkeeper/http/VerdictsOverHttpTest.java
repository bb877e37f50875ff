package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stream of verdicts. */
class VerdictsOverHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeGate gate;

    VerdictsOverHttpTest() throws Exception {
        gate = FakeGate.local();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void eachVerdictIsAnEventForThoseWhoAskedForIt() throws Exception {
        try (BufferedReader all = listen("/v1/verdicts");
                BufferedReader some = listen("/v1/verdicts?sender=+1&verdict=BLOCKED&verdict=DEBOUNCED")) {
            judge("+1", VerdictKind.ALLOWED, "{\"n\":1}");
            judge("+2", VerdictKind.BLOCKED, "{\"n\":2}");
            judge("+1", VerdictKind.BLOCKED, "{\n\"n\":\r\n3}");

            assertThat(event(all)).isEqualTo("event: ALLOWED|data: {\"n\":1}|");
            assertThat(event(all)).isEqualTo("event: BLOCKED|data: {\"n\":2}|");
            assertThat(event(some)).isEqualTo("event: BLOCKED|data: { \"n\": 3}|");
        }
    }

    @Test
    void atTheEndOfTheServerTheStreamEnds() throws Exception {
        try (BufferedReader all = listen("/v1/verdicts")) {
            gate.feed.close();
            assertThat(all.readLine()).isNull();
        }
        assertThat(gate.get("/v1/verdicts").statusCode()).isEqualTo(503);
    }

    @Test
    void whoReadsTooSlowlyIsDroppedAndTheOthersGoOn() throws Exception {
        String large = "{\"body\":\"" + "x".repeat(100_000) + "\"}";
        try (BufferedReader slow = listen("/v1/verdicts?verdict=BLOCKED");
                BufferedReader quick = listen("/v1/verdicts?verdict=ALLOWED")) {
            assertThat(slow).isNotNull();
            for (int i = 0; i < 300; i++) {
                judge("+1", VerdictKind.BLOCKED, large);
            }
            await().atMost(PATIENCE).until(gate.verdicts::isEmpty);
            judge("+1", VerdictKind.ALLOWED, "{}");
            assertThat(event(quick)).isEqualTo("event: ALLOWED|data: {}|");

            String last = "";
            for (String line = slow.readLine(); line != null; line = slow.readLine()) {
                last = line.startsWith("event: ") ? line : last;
            }
            assertThat(last).isEqualTo("event: dropped");
        }
    }

    @Test
    void aReaderWhoIsGoneIsForgotten() throws Exception {
        listen("/v1/verdicts").close();
        await().atMost(PATIENCE).until(() -> {
            judge("+1", VerdictKind.ALLOWED, "{}");
            return gate.feed.listening() == 0;
        });
    }

    @Test
    void noMoreListenThanMayAndNobodyWithoutABroker() throws Exception {
        VerdictFilter every = new VerdictFilter(Optional.empty(), Set.of());
        try (VerdictFeed full = new VerdictFeed(Silence::new, 1)) {
            full.listen(every);
            assertThatThrownBy(() -> full.listen(every)).hasMessage("1 listen already");
        }
        try (VerdictFeed broken = new VerdictFeed(
                () -> {
                    throw new IOException("no broker");
                },
                1)) {
            assertThatThrownBy(() -> broken.listen(every)).hasMessage("verdicts cannot be read just now");
        }
    }

    private static final class Silence implements VerdictSource {
        @Override
        public List<SeenVerdict> poll(Duration wait) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private void judge(String subject, VerdictKind kind, String json) {
        gate.verdicts.add(new SeenVerdict(subject, kind, () -> json));
    }

    /** A stream whose first line has come. */
    private BufferedReader listen(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gate.url(path))).build();
        HttpResponse<InputStream> answer = gate.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo(": verdicts from now on");
        assertThat(lines.readLine()).isEmpty();
        return lines;
    }

    private static String event(BufferedReader lines) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            event.append(line).append('|');
        }
        return event.toString();
    }
}
