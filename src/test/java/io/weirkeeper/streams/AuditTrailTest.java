package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final String POLICY = """
            limits:
              - {id: minute, per: [sender], allow: 1 per 1m, strikes: 1}
              - {id: hour, per: [sender], allow: 1 per 1h, strikes: 2}
            penalties:
              ladder: [{at: 3, do: timeout, for: 5m}]
              permanentAt: 4
            """;

    private final DrivenGate gate = new DrivenGate(PolicyText.valid(POLICY), NOON);

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void everyViolationAndEveryPenaltyIsWrittenDown() {
        say("1", NOON);
        say("2", NOON + 1_000);

        assertThat(gate.values(TOPICS.senderPenalties()))
                .containsExactly(
                        "{\"subject\":\"a\",\"at\":\"2026-03-02T12:00:01.000Z\",\"event\":\"VIOLATION\",\"rule\":\"minute\","
                                + "\"strikes\":3,\"messageId\":\"2\"}",
                        "{\"subject\":\"a\",\"at\":\"2026-03-02T12:00:01.000Z\",\"event\":\"VIOLATION\",\"rule\":\"hour\","
                                + "\"strikes\":3,\"messageId\":\"2\"}",
                        "{\"subject\":\"a\",\"at\":\"2026-03-02T12:00:01.000Z\",\"event\":\"PENALTY\",\"rule\":\"hour\","
                                + "\"strikes\":3,\"kind\":\"TIMEOUT\",\"until\":\"2026-03-02T12:05:01.000Z\",\"messageId\":\"2\"}");
    }

    @Test
    void whatIsStoppedByAPenaltyIsNoFurtherViolation() {
        say("1", NOON);
        say("2", NOON + 1_000);
        gate.read(TOPICS.senderPenalties());
        say("3", NOON + 2_000);

        assertThat(gate.values(TOPICS.senderPenalties())).isEmpty();
    }

    @Test
    void aPermanentPenaltyHasNoEndAndAPardonClearsAll() {
        say("1", NOON);
        say("2", NOON + 1_000);
        gate.read(TOPICS.senderPenalties());
        say("3", NOON + 301_000); // the timeout has run out; minute has room, hour is still in its episode
        say("4", NOON + 3_601_000); // hour has room
        say("5", NOON + 3_602_000); // both are exceeded, in new episodes
        gate.control("a", Json.control("pardon", "a"), NOON + 3_603_000);

        assertThat(gate.values(TOPICS.senderPenalties()))
                .containsExactly(
                        "{\"subject\":\"a\",\"at\":\"2026-03-02T13:00:02.000Z\",\"event\":\"VIOLATION\",\"rule\":\"minute\","
                                + "\"strikes\":6,\"messageId\":\"5\"}",
                        "{\"subject\":\"a\",\"at\":\"2026-03-02T13:00:02.000Z\",\"event\":\"VIOLATION\",\"rule\":\"hour\","
                                + "\"strikes\":6,\"messageId\":\"5\"}",
                        "{\"subject\":\"a\",\"at\":\"2026-03-02T13:00:02.000Z\",\"event\":\"PENALTY\",\"rule\":\"hour\","
                                + "\"strikes\":6,\"kind\":\"PERMANENT\",\"messageId\":\"5\"}",
                        "{\"subject\":\"a\",\"at\":\"2026-03-02T13:00:03.000Z\",\"event\":\"PARDON\",\"strikes\":0}");
    }

    @Test
    void otherWordsOfOperatorsAreNotOnTheTrail() {
        for (String word : new String[] {"block", "unblock", "trust", "untrust", "register", "unregister", "forget"}) {
            gate.control("a", Json.control(word, "a"), NOON);
        }

        assertThat(gate.unread()).isEmpty();
    }

    private void say(String id, long time) {
        gate.message("a", Json.message(id, "a", "text " + id), time);
    }
}
