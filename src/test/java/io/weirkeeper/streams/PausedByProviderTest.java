package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What delivery reports do to the messages that are still to come. */
class PausedByProviderTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final String POLICY = """
            providerBackoff: {errors: 3 per 1m, pause: 10m}
            queue: {capacity: 2, maxWait: 20m}
            """;

    private final DrivenGate gate = new DrivenGate(PolicyText.valid(POLICY), NOON);

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void asManyFailuresAsThePolicySaysPauseTheGateAndWakeSomebodyUp() {
        fails("OTHER", NOON);
        fails("RATE_LIMITED", NOON + SECOND);
        report("\"status\":\"SENT\"", NOON + SECOND);
        assertThat(gate.unread()).isEmpty();
        assertThat(gate.read(TOPICS.gateLists())).isEmpty();
        fails("OTHER", NOON + 2 * SECOND);

        assertThat(gate.values(TOPICS.senderPenalties()))
                .containsExactly(
                        "{\"subject\":\"+15550111\",\"at\":\"2026-03-02T12:00:02.000Z\","
                                + "\"event\":\"PROVIDER_BACKOFF\",\"until\":\"2026-03-02T12:10:02.000Z\",\"messageId\":\"sent\"}");
        assertThat(announced()).containsExactly("global| {\"paused\":true}");
    }

    @Test
    void failuresThatLieFurtherApartDoNot() {
        for (int i = 0; i < 6; i++) {
            fails("OTHER", NOON + i * 30 * SECOND);
        }

        assertThat(gate.unread()).isEmpty();
    }

    @Test
    void messagesWaitUntilThePauseIsOverAndItsEndIsAnnounced() {
        pause();
        say("1", NOON + MINUTE);
        say("2", NOON + 2 * MINUTE);
        gate.advanceTo(NOON + 10 * MINUTE - 1);
        assertThat(gate.unread()).isEmpty();

        gate.advanceTo(NOON + 10 * MINUTE);
        assertThat(gate.values(TOPICS.allowedMessages()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"heldMillis\":540000"),
                        second -> assertThat(second).contains("\"heldMillis\":480000"));
        assertThat(announced()).containsExactly("global| gone");
        say("3", NOON + 10 * MINUTE);
        assertThat(gate.values(TOPICS.allowedMessages())).hasSize(1);
    }

    @Test
    void theEndOfAPauseIsAnnouncedAlsoIfNothingHasWaited() {
        pause();
        gate.advanceTo(NOON + 10 * MINUTE);

        assertThat(announced()).containsExactly("global| gone");
    }

    @Test
    void whatFindsNoRoomIsToldThatTheProviderIsTheReason() {
        pause();
        say("1", NOON + MINUTE);
        say("2", NOON + MINUTE);
        say("3", NOON + MINUTE);

        assertThat(gate.values(TOPICS.blockedMessages()))
                .singleElement()
                .asString()
                .contains("\"id\":\"3\"")
                .contains("\"reason\":\"PROVIDER_BACKOFF\"")
                .doesNotContain("\"rule\"");
    }

    @Test
    void refusedCredentialsPauseUntilAnOperatorResumes() {
        fails("AUTHENTICATION", NOON);
        assertThat(gate.values(TOPICS.senderPenalties()))
                .singleElement()
                .asString()
                .doesNotContain("until");
        assertThat(announced()).containsExactly("global| {\"paused\":true}");
        say("1", NOON);
        gate.advanceTo(NOON + 20 * MINUTE);
        assertThat(gate.values(TOPICS.blockedMessages()))
                .singleElement()
                .asString()
                .contains("\"reason\":\"PROVIDER_BACKOFF\"")
                .contains("\"decidedAt\":\"2026-03-02T12:20:00.000Z\"");
        say("2", NOON + 24 * 60 * MINUTE);
        assertThat(gate.unread()).isEmpty();

        gate.control("global", "{\"type\":\"resume\"}", NOON + 24 * 60 * MINUTE + SECOND);
        assertThat(gate.values(TOPICS.allowedMessages())).hasSize(1);
        assertThat(announced()).containsExactly("global| gone");
    }

    @Test
    void aReportThatCannotBeReadIsADeadLetter() {
        gate.send(TOPICS.deliveryReports(), "k", "{\"status\":", NOON);

        assertThat(gate.read(TOPICS.deadLetterMessages())).hasSize(1);
    }

    private void pause() {
        for (int i = 0; i < 3; i++) {
            fails("OTHER", NOON);
        }
        gate.read(TOPICS.senderPenalties());
        gate.read(TOPICS.gateLists());
    }

    private void fails(String kind, long time) {
        report("\"status\":\"FAILED\",\"errorKind\":\"" + kind + "\"", time);
    }

    private void report(String status, long time) {
        gate.advanceTo(time);
        String json = "{\"messageId\":\"sent\",\"recipient\":\"+15550111\"," + status + "}";
        gate.send(TOPICS.deliveryReports(), "+15550111", json, time);
    }

    private void say(String id, long time) {
        gate.message("a", Json.message(id, "a", "text " + id), time);
    }

    private List<String> announced() {
        return gate.read(TOPICS.gateLists()).stream()
                .map(record -> Utils.utf8(record.key()) + " " + value(record))
                .toList();
    }

    private static String value(TestRecord<byte[], byte[]> record) {
        return record.value() == null ? "gone" : Utils.utf8(record.value());
    }
}
