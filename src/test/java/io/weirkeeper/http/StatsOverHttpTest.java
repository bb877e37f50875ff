package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.query.Instance;
import io.weirkeeper.query.Owner;
import io.weirkeeper.query.PeerAnswer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counts over HTTP: of this instance, of all, of one sender. */
class StatsOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/stats";
    private static final Instance OTHER = new Instance("other", 8080);
    private static final java.time.Instant NOW = java.time.Instant.parse("2026-03-02T12:34:56Z");
    private static final long MINUTE = NOW.getEpochSecond() / 60;

    /** Three allowed this day, two of them this hour, one this minute; and one of this hour rate-limited. */
    private static final Tally SOME = new Tally(MINUTE, 0b1001, new long[] {1, 2, 3, 0, 1, 1});

    private final FakeGate gate;

    StatsOverHttpTest() throws Exception {
        gate = FakeGate.local();
        gate.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private JsonNode ask(String path, String... headers) throws Exception {
        HttpResponse<String> answer = gate.get(path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** What another instance answers that has counted this. */
    private PeerAnswer hop(String task, Tally tally) throws Exception {
        try (FakeGate other = FakeGate.local()) {
            other.ofTasks.put(task, tally);
            HttpResponse<String> answer = other.get(PATH, "Weirkeeper-Hop", "1");
            return new PeerAnswer(answer.statusCode(), JSON.readTree(answer.body()));
        }
    }

    private void assertNotReady(String path, String... headers) throws Exception {
        HttpResponse<String> answer = gate.get(path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void ofNothingAllIsZero() throws Exception {
        JsonNode stats = ask(PATH);

        assertThat(stats.path("minute").toString())
                .isEqualTo("{\"since\":\"2026-03-02T12:34:00.000Z\",\"judged\":0,\"allowed\":0,"
                        + "\"debounced\":{},\"blocked\":{},\"saved\":0.0}");
        assertThat(stats.at("/hour/since").asText()).isEqualTo("2026-03-02T12:00:00.000Z");
        assertThat(stats.at("/day/since").asText()).isEqualTo("2026-03-02T00:00:00.000Z");
    }

    @Test
    void theTasksOfThisInstanceAreSummedUp() throws Exception {
        gate.ofTasks.put("stats-0", SOME);
        gate.ofTasks.put("stats-1", new Tally(MINUTE - 1, 0b10, new long[] {4, 4, 4}));
        gate.allTasks.addAll(Set.of("stats-0", "stats-1"));

        JsonNode stats = ask(PATH);

        assertThat(stats.path("minute").path("judged").asInt()).isEqualTo(1);
        assertThat(stats.path("hour").toString())
                .isEqualTo("{\"since\":\"2026-03-02T12:00:00.000Z\",\"judged\":7,\"allowed\":2,"
                        + "\"debounced\":{\"SUPERSEDED\":4},\"blocked\":{\"RATE_LIMITED\":1},\"saved\":0.7143}");
        assertThat(stats.at("/day/allowed").asInt()).isEqualTo(3);
    }

    @Test
    void theOtherInstancesAreAskedWithTheSameToken() throws Exception {
        gate.ofTasks.put("stats-0", SOME);
        gate.peers.put(OTHER, hop("stats-1", SOME));
        gate.allTasks.addAll(Set.of("stats-0", "stats-1"));

        JsonNode stats = ask(PATH, "Authorization", "Bearer x");

        assertThat(stats.at("/day/judged").asInt()).isEqualTo(8);
        assertThat(gate.asked).containsExactly("other:8080 /v1/stats Bearer x");
    }

    @Test
    void whoAsksInPassingIsToldOfThisInstanceOnly() throws Exception {
        gate.ofTasks.put("stats-0", SOME);
        gate.peers.put(OTHER, hop("stats-1", SOME));
        gate.allTasks.addAll(Set.of("stats-0", "stats-1"));

        JsonNode stats = ask(PATH, "Weirkeeper-Hop", "1");

        assertThat(stats.path("tasks").properties()).hasSize(1);
        assertThat(gate.asked).isEmpty();
    }

    @Test
    void aSumWithoutATaskIsNoAnswer() throws Exception {
        gate.ofTasks.put("stats-0", SOME);
        gate.allTasks.addAll(Set.of("stats-0", "stats-1"));

        assertNotReady(PATH);
    }

    @Test
    void aSumWithATaskTwiceIsNoAnswer() throws Exception {
        gate.ofTasks.put("stats-0", SOME);
        gate.peers.put(OTHER, hop("stats-0", SOME));
        gate.allTasks.add("stats-0");

        assertNotReady(PATH);
    }

    @Test
    void whatAnotherInstanceDoesNotTellOrTellsInAnotherWayIsNoAnswer() throws Exception {
        gate.allTasks.add("stats-1");
        for (PeerAnswer answer : new PeerAnswer[] {
            new PeerAnswer(401, JSON.readTree("{}")),
            new PeerAnswer(200, JSON.readTree("{}")),
            new PeerAnswer(200, JSON.readTree("{\"tasks\":{\"stats-1\":\"?\"}}")),
            new PeerAnswer(200, JSON.readTree("{\"tasks\":{\"stats-1\":\"/w==\"}}"))
        }) {
            gate.peers.put(OTHER, answer);
            assertNotReady(PATH);
        }
    }

    @Test
    void whileStoresAreRestoredThereIsNoAnswer() throws Exception {
        gate.listsAreRead = false;

        assertNotReady(PATH);
        assertNotReady(PATH, "Weirkeeper-Hop", "1");
        assertNotReady(PATH + "?sender=a");
    }

    @Test
    void ofASenderItsOwnerTells() throws Exception {
        gate.ofSubjects.put("+1 5@3", SOME);

        JsonNode stats = ask(PATH + "?sender=+1%205");

        assertThat(stats.path("sender").asText()).isEqualTo("+1 5");
        assertThat(stats.at("/hour/blocked/RATE_LIMITED").asInt()).isEqualTo(1);
        assertThat(stats.at("/day/saved").asDouble()).isEqualTo(0.25);
    }

    @Test
    void ofASenderOfAnotherInstanceThatIsAsked() throws Exception {
        gate.owner = new Owner.There(OTHER);
        gate.peers.put(OTHER, new PeerAnswer(200, JSON.readTree("{\"sender\":\"+1 5\"}")));

        JsonNode stats = ask(PATH + "?sender=+1%205", "Authorization", "Bearer x");

        assertThat(stats.toString()).isEqualTo("{\"sender\":\"+1 5\"}");
        assertThat(gate.asked).containsExactly("other:8080 /v1/stats?sender=%2B1%205 Bearer x");
    }

    @Test
    void whatTheOwnerRefusesIsPassedOn() throws Exception {
        gate.owner = new Owner.There(OTHER);
        gate.peers.put(OTHER, new PeerAnswer(401, JSON.readTree("{\"status\":401}")));

        HttpResponse<String> answer = gate.get(PATH + "?sender=a");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(HttpProblem.MEDIA_TYPE);
    }

    @Test
    void instancesDoNotSendEachOtherInCircles() throws Exception {
        gate.owner = new Owner.There(OTHER);

        assertNotReady(PATH + "?sender=a", "Weirkeeper-Hop", "1");
        assertThat(gate.asked).isEmpty();
    }

    @Test
    void anEmptySenderIsNone() throws Exception {
        assertThat(gate.get(PATH + "?sender=").statusCode()).isEqualTo(400);
    }
}
