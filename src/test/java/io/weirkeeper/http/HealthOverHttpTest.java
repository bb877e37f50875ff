package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.service.Health;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those ask who keep the process running. */
class HealthOverHttpTest {
    private final FakeGate gate;

    HealthOverHttpTest() throws Exception {
        gate = FakeGate.local();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aGateThatRunsIsReady() throws Exception {
        HttpResponse<String> answer = gate.get("/readyz");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"ready\":true,\"state\":\"RUNNING\",\"causes\":[],"
                        + "\"threads\":[{\"name\":\"t-1\",\"state\":\"RUNNING\"}],\"restoring\":[]}");
        assertThat(gate.get("/metrics").body()).isEqualTo("weir_up 1\n");
    }

    @Test
    void oneThatRestoresLivesAndSaysHowFarItIs() throws Exception {
        gate.health = new Health("REBALANCING", List.of(), List.of(new Health.Restore("held", 1, 20, 300)));
        assertThat(gate.get("/livez").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = gate.get("/readyz");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains(
                        "\"causes\":[\"the gate is REBALANCING\",\"store held of partition 1 is being restored: 20 of 300 records\"]");
    }

    @Test
    void aThreadThatDiedIsACause() throws Exception {
        gate.health = new Health("RUNNING", List.of(new Health.StreamThread("t-1", "DEAD")), List.of());
        assertThat(gate.get("/readyz").body()).contains("\"causes\":[\"thread t-1 is DEAD\"]");
    }

    @Test
    void oneThatFailedDoesNotLive() throws Exception {
        gate.health = new Health("ERROR", List.of(), List.of());
        assertThat(gate.get("/livez").statusCode()).isEqualTo(503);
        assertThat(gate.get("/readyz").statusCode()).isEqualTo(503);
    }
}
