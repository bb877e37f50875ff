package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A window store drops silently what it takes for too old, and state lies in slots of time: neither may cost a count. Slots
 * are an hour here, the shortest that there are.
 */
class LateRecordsTest {
    private static final long NOON = 1_772_452_800_000L; // the beginning of a slot
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final DrivenGate gate = new DrivenGate(
            PolicyText.valid("limits: [{id: sender, per: [sender], allow: 3 per 1h, strikes: 1}]"),
            NOON,
            1,
            Duration.ofHours(1));
    private int messages;

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void countsCarryOverFromOneSlotToTheNext() {
        say("a", NOON - MINUTE);
        say("a", NOON - 1);
        say("a", NOON);

        assertThat(isAllowed("a", NOON + 59 * MINUTE - 1)).isFalse();
        assertThat(isAllowed("a", NOON + 59 * MINUTE)).isTrue();
    }

    @Test
    void aLateRecordFindsWhatWasCountedBeforeItAndAfterIt() {
        say("a", NOON - 10 * MINUTE);
        say("a", NOON + 10 * MINUTE);
        say("a", NOON - 5 * MINUTE); // late, of the slot before

        assertThat(isAllowed("a", NOON + 20 * MINUTE)).isFalse();
    }

    @Test
    void aLateRecordIsCountedWhenOthersHaveMovedTheTimeOnToTheNextSlot() {
        say("a", NOON - 3 * MINUTE);
        say("other", NOON + 30 * MINUTE);
        say("a", NOON - 2 * MINUTE);
        say("a", NOON - MINUTE);

        assertThat(isAllowed("a", NOON - 1)).isFalse();
        assertThat(isAllowed("a", NOON + 57 * MINUTE)).isTrue();
    }

    @Test
    void theLatestThatARecordMayBeItStillFindsTheSlotBeforeItsOwn() {
        say("a", NOON - HOUR + 1);
        say("a", NOON - HOUR + 2);
        say("a", NOON - HOUR + 3);
        say("other", NOON + HOUR - 1);

        assertThat(isAllowed("a", NOON - 1)).isFalse();
    }

    @Test
    void violationsOfALateRecordAreKept() {
        for (int i = 0; i < 3; i++) {
            say("a", NOON - 30 * MINUTE);
        }
        say("other", NOON + 29 * MINUTE);
        assertThat(isAllowed("a", NOON - 29 * MINUTE)).isFalse();
        assertThat(isAllowed("a", NOON + 29 * MINUTE)).isFalse(); // the same episode

        assertThat(gate.values(TOPICS.senderPenalties())).hasSize(1);
    }

    @Test
    void aRecordManySlotsBehindOtherPartitionsOfItsTaskGetsAVerdictAndIsCounted() {
        gate.control("other", Json.control("trust", "other"), NOON + 10 * HOUR);

        assertThat(isAllowed("a", NOON)).isTrue();
        assertThat(isAllowed("a", NOON + 1)).isTrue();
        assertThat(isAllowed("a", NOON + 2)).isTrue();
        assertThat(isAllowed("a", NOON + 3)).isFalse();
    }

    @Test
    void whatWasCountedIsNotForgottenBecauseAnOperatorSpokeMuchLaterThanTheNextMessageCame() {
        for (int i = 0; i < 3; i++) {
            say("a", NOON + i);
            say("b", NOON + i);
        }
        gate.control("other", Json.control("trust", "other"), NOON + 10 * HOUR);

        assertThat(isAllowed("a", NOON + 3)).isFalse();
        assertThat(isAllowed("b", NOON + 4)).isFalse();
    }

    private void say(String sender, long stamp) {
        messages++;
        String text = Json.message("m" + messages, sender, "text " + messages);
        gate.advanceTo(stamp);
        gate.send(TOPICS.inboundMessages(), sender, text, stamp);
    }

    /** Sends one more and says what became of it; it must have got exactly one verdict. */
    private boolean isAllowed(String sender, long stamp) {
        gate.read(TOPICS.allowedMessages());
        gate.read(TOPICS.blockedMessages());
        say(sender, stamp);
        int allowed = gate.read(TOPICS.allowedMessages()).size();
        assertThat(allowed + gate.read(TOPICS.blockedMessages()).size()).isEqualTo(1);
        return allowed == 1;
    }
}
