package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.streams.BlockedAddresses;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators may say over HTTP, and what is refused without a trace. */
class ControlOverHttpTest {
    private final FakeGate gate;

    ControlOverHttpTest() throws Exception {
        gate = FakeGate.local();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,    /v1/blocklist/+15550100,       BLOCK,   +15550100",
        "DELETE, /v1/blocklist/+15550100,       UNBLOCK, +15550100",
        "PUT,    /v1/trusted/%2B15550100,       TRUST,   +15550100",
        "DELETE, /v1/trusted/a%20b,             UNTRUST, a b",
        "PUT,    /v1/registered/+15550100,      REGISTER, +15550100",
        "DELETE, /v1/registered/%F0%9F%98%80,   UNREGISTER, 😀",
        "POST,   /v1/senders/room%2F42/pardon,  PARDON,  room/42",
        "POST,   /v1/senders/%C3%A9%25/forget,  FORGET,  é%",
        "POST,   /v1/gate/pause,                PAUSE,",
        "POST,   /v1/gate/resume,               RESUME,"
    })
    void eachRouteSaysOneThing(String method, String path, ControlType type, String subject) throws Exception {
        HttpResponse<String> answer = gate.ask(method, path, "", "X-Operator", "ann");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"id\":\"id-0\"}");
        assertThat(gate.said).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(type);
            assertThat(event.subject()).isEqualTo(Optional.ofNullable(subject));
            assertThat(event.by()).contains("ann");
        });
    }

    @Test
    void reasonAndEndAreSaidToo() throws Exception {
        long before = System.currentTimeMillis();
        gate.ask("PUT", "/v1/blocklist/a", "{\"reason\":\"sells watches\",\"until\":\"2h\"}");

        ControlEvent event = gate.said.get(0);
        assertThat(event.reason()).contains("sells watches");
        assertThat(event.until().getAsLong()).isBetween(before + 7_200_000, before + 7_260_000);
        assertThat(event.by()).contains("local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocklist", "trusted", "registered"})
    void whatMayHoldForATimeTakesAnEnd(String list) throws Exception {
        assertThat(gate.ask("PUT", "/v1/" + list + "/a", "{\"until\":\"2999-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(gate.said)
                .singleElement()
                .satisfies(event -> assertThat(event.until()).hasValue(32_472_144_000_000L));
        assertThat(gate.ask("DELETE", "/v1/" + list + "/a", "{\"until\":\"2h\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gate.said).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "7",
                "{\"reason\":7}",
                "{\"reason\":\"\\ud800\"}",
                "{\"until\":\"yesterday\"}",
                "{\"until\":\"0s\"}",
                "{\"until\":\"2020-01-01T00:00:00Z\"}",
                "{\"until\":\"99999999999999d\"}",
                "{\"untill\":\"2h\"}",
                "{\"reason\":\"a\",\"reason\":\"b\"}",
                "{} {}"
            })
    void aBodyThatIsNotUnderstoodChangesNothing(String body) throws Exception {
        HttpResponse<String> answer = gate.ask("PUT", "/v1/blocklist/a", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(gate.said).isEmpty();
    }

    @Test
    void anEndIsRefusedWhereItMeansNothing() throws Exception {
        assertThat(gate.ask("POST", "/v1/senders/a/pardon", "{\"until\":\"2h\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gate.said).isEmpty();
    }

    @Test
    void withoutABrokerTheOperatorIsToldToTryAgainAndNothingElse() throws Exception {
        gate.brokerIsAway = true;
        HttpResponse<String> answer = gate.ask("POST", "/v1/gate/pause", "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).doesNotContain("secret-host");
    }

    @Test
    void addressesAreBlockedFoundAndTakenOff() throws Exception {
        assertThat(gate.ask("PUT", "/v1/blocked-addresses/203.0.113.7", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(gate.ask("DELETE", "/v1/blocked-addresses/2001:db8::1", "").statusCode())
                .isEqualTo(202);
        assertThat(gate.addresses).containsExactly("+203.0.113.7", "-2001:db8::1");

        block("203.0.113.7", "{\"by\":\"ann\",\"reason\":7}");
        assertThat(gate.get("/v1/blocked-addresses/203.0.113.7").body())
                .isEqualTo("{\"address\":\"203.0.113.7\",\"since\":\"1970-01-01T00:00:00.000Z\",\"by\":\"ann\"}");
        assertThat(gate.get("/v1/blocked-addresses/203.0.113.8").statusCode()).isEqualTo(404);
    }

    /** That key of the topic pauses the gate. */
    @Test
    void theKeyOfTheGateIsNoAddress() throws Exception {
        assertThat(gate.ask("PUT", "/v1/blocked-addresses/global%7C", "").statusCode())
                .isEqualTo(400);
        assertThat(gate.addresses).isEmpty();
    }

    @Test
    void theListComesInPages() throws Exception {
        for (int i = 1000; i < 1000 + AddressRoutes.PAGE + 1; i++) {
            block("a" + i, "not JSON");
        }
        assertThat(gate.get("/v1/blocked-addresses").body()).endsWith("\"next\":\"a1099\"}");
        assertThat(gate.get("/v1/blocked-addresses?after=a1099").body())
                .isEqualTo("{\"addresses\":[{\"address\":\"a1100\",\"since\":\"1970-01-01T00:00:00.000Z\"}]}");
    }

    @Test
    void whileTheListsAreReadTheAnswerIsToComeAgain() throws Exception {
        gate.listsAreRead = false;
        HttpResponse<String> answer = gate.get("/v1/blocked-addresses");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void block(String address, String note) {
        gate.blocked.add(new BlockedAddresses.Entry(address, 0, note.getBytes(StandardCharsets.UTF_8)));
    }
}
