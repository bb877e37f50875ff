package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators' words as anybody with a producer writes them; what each word means is tested in the core. */
class ControlRecordsTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final String SENDER = "+15550110";

    private final DrivenGate gate = new DrivenGate(PolicyText.valid("name: any"), NOON);

    @AfterEach
    void close() {
        gate.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"block\",\"sender\":\"+15550110\",\"until\":\"2026-03-02T12:01:00Z\"}",
                "{\"type\":\"block\",\"sender\":\"+15550110\",\"until\":\"2026-03-02T13:01:00.000+01:00\"}",
                "{\"type\":\"block\",\"sender\":\"+15550110\",\"until\":1772452860000,\"id\":null,\"at\":null}",
                "{\"since\":7,\"sender\":\"+15550110\",\"type\":\"block\",\"until\":1772452860000,\"reason\":null}",
            })
    void aBlockHoldsUntilItsTimeHoweverItIsWritten(String block) {
        gate.control(SENDER, block, NOON);
        say("1", "hello", NOON + 59_999);
        say("2", "hello", NOON + 60_000);

        assertThat(gate.values(TOPICS.blockedMessages()))
                .singleElement()
                .asString()
                .endsWith(
                        "\"reason\":\"BLOCKLISTED\",\"detail\":\"blocked by an operator\",\"retryAt\":\"2026-03-02T12:01:00.000Z\"}");
        assertThat(gate.values(TOPICS.allowedMessages())).hasSize(1);
        assertThat(gate.unread()).isEmpty();
    }

    @Test
    void whoBlockedAndWhyIsToldToResponders() {
        gate.control(
                SENDER,
                "{\"type\":\"block\",\"sender\":\"+15550110\",\"by\":\"mia\",\"reason\":\"wrong number\"}",
                NOON);
        say("1", "hello", NOON);

        assertThat(gate.values(TOPICS.blockedMessages()))
                .singleElement()
                .asString()
                .contains("\"detail\":\"blocked by mia: wrong number\"");
    }

    @Test
    void aWordOfControlCountsWhateverItsKey() {
        byte[] block = Utils.utf8(Json.control("block", SENDER));
        gate.send(TOPICS.gateControl(), null, block, new RecordHeaders(), NOON);
        say("1", "hello", NOON);

        assertThat(gate.values(TOPICS.blockedMessages())).hasSize(1);
    }

    @Test
    void aWordThatCannotBeReadChangesNothing() {
        gate.control(SENDER, Json.control("BLOCK", SENDER), NOON);
        say("1", "hello", NOON);

        assertThat(gate.values(TOPICS.allowedMessages())).hasSize(1);
        assertThat(gate.read(TOPICS.deadLetterMessages())).hasSize(1);
    }

    @Test
    void underKeyedByRecipientTheSenderOfAWordIsTheSubject() {
        try (DrivenGate outbound = new DrivenGate(PolicyText.valid("keyedBy: recipient"), NOON)) {
            outbound.control(SENDER, Json.control("block", SENDER), NOON);
            outbound.message(SENDER, "{\"sender\":\"shop\",\"recipient\":\"+15550110\",\"body\":\"sale\"}", NOON);

            assertThat(outbound.values(TOPICS.blockedMessages())).hasSize(1);
        }
    }

    private void say(String id, String body, long time) {
        gate.message(SENDER, Json.message(id, SENDER, body), time);
    }
}
