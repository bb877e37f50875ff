package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.PolicyText;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** What has run out is swept away by the gate clock, an hour later: until then a late record may need it. */
class ExpiredStandingTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    @Test
    void whatHasRunOutIsSweptAwayThoughNothingComesAnyMore() {
        try (DrivenGate gate = gateAt(NOON)) {
            gate.control("a", until("trust", "a"), NOON);

            gate.advanceTo(NOON + HOUR + MINUTE - 1);
            assertThat(standing(gate).get("a")).isNotNull();

            gate.advanceTo(NOON + HOUR + 2 * MINUTE);
            assertThat(standing(gate).get("a")).isNull();
        }
    }

    @Test
    void whatStillHoldsIsKept() {
        try (DrivenGate gate = gateAt(NOON)) {
            gate.control("a", until("trust", "a"), NOON);
            gate.control("a", "{\"type\":\"register\",\"sender\":\"a\"}", NOON);

            gate.advanceTo(NOON + 2 * HOUR);

            assertThat(standing(gate).get("a").trust()).isEmpty();
            assertThat(standing(gate).get("a").registration()).isPresent();
        }
    }

    @Test
    void inABacklogNothingIsSweptByTheWallClock() {
        try (DrivenGate gate = gateAt(NOON + 10 * HOUR)) {
            gate.send(DrivenGate.TOPICS.gateControl(), "a", until("trust", "a"), NOON);

            gate.advanceTo(NOON + 11 * HOUR);
            assertThat(standing(gate).get("a")).isNotNull();

            // Idle for so long that the clock, which ran on from noon after 30 seconds, has passed the end by an hour.
            gate.advanceTo(NOON + 11 * HOUR + 3 * MINUTE);
            assertThat(standing(gate).get("a")).isNull();
        }
    }

    /** Until a minute after noon. */
    private static String until(String type, String sender) {
        return "{\"type\":\"%s\",\"sender\":\"%s\",\"until\":\"2026-03-02T12:01:00Z\"}".formatted(type, sender);
    }

    private static DrivenGate gateAt(long now) {
        return new DrivenGate(PolicyText.valid("name: any"), now);
    }

    private static KeyValueStore<String, Standing> standing(DrivenGate gate) {
        return gate.driver().getKeyValueStore(Nodes.STANDING);
    }
}
