package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages that exceed a limit wait for room if it says so. */
class QueueTest {
    private static final String GAP = "limits: [{id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}]";

    @Test
    void messagesAreLetOnAtTheAllowedPace() {
        Stage stage =
                Stage.with(GAP).at("10:00:00").hears("1", "a").hears("2", "a").hears("3", "a");

        assertThat(stage.lines()).containsExactly("10:00:00.000 ALLOWED 1");
        assertThat(stage.allLines())
                .containsExactly("10:00:02.000 ALLOWED 2 held 2000", "10:00:04.000 ALLOWED 3 held 4000");
    }

    @Test
    void theMostUrgentGoesFirst() {
        Stage stage = Stage.with(GAP)
                .at("10:00:00")
                .hears("1", "a")
                .hears("low", "a", Map.of("priority", "0"))
                .hears("normal", "a")
                .hears("high", "a", Map.of("priority", "9"))
                .hears("high too", "a", Map.of("priority", "9"));

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1",
                        "10:00:02.000 ALLOWED high held 2000",
                        "10:00:04.000 ALLOWED high too held 4000",
                        "10:00:06.000 ALLOWED normal held 6000",
                        "10:00:08.000 ALLOWED low held 8000");
    }

    @Test
    void prioritiesComeFromThePolicyAndTrustGoesBeforeAll() {
        Stage stage = Stage.with("""
                        limits: [{id: all, per: [], allow: 1 per 1s, onExceed: queue}]
                        priorities: [{when: {command: [report]}, is: 8}, {when: {channel: [sms]}, is: 2}]
                        trusted: {senders: [boss]}
                        """)
                .at("10:00:00")
                .hears("first", "a")
                .hears("plain", "b")
                .hears("report", "c", Map.of("command", "REPORT"))
                .hears("named", "d", Map.of("priority", "9"))
                .hears("trusted", "boss");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED first",
                        "10:00:01.000 ALLOWED trusted held 1000",
                        "10:00:02.000 ALLOWED named held 2000",
                        "10:00:03.000 ALLOWED report held 3000",
                        "10:00:04.000 ALLOWED plain held 4000");
    }

    @Test
    void whenTheQueueIsFullTheLatestOfTheLowestPriorityHasToGo() {
        Stage stage = Stage.with(GAP + "\nqueue: {capacity: 2}")
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a")
                .hears("3", "a")
                .hears("4", "a")
                .hears("urgent", "a", Map.of("priority", "7"));

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1",
                        "10:00:00.000 QUEUE_FULL 4 gap",
                        "10:00:00.000 QUEUE_FULL 3 gap",
                        "10:00:02.000 ALLOWED urgent held 2000",
                        "10:00:04.000 ALLOWED 2 held 4000");
    }

    @Test
    void whoHasWaitedTooLongIsToldSo() {
        Stage stage = Stage.with("""
                        limits: [{id: gap, per: [sender], allow: 1 per 10s, onExceed: queue}]
                        queue: {maxWait: 10s}
                        """)
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a")
                .at("10:00:01")
                .hears("3", "a");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1",
                        // at exactly the longest wait there is room
                        "10:00:10.000 ALLOWED 2 held 10000",
                        "10:00:11.000 QUEUE_EXPIRED 3 gap");
    }

    @Test
    void aLimitThatRefusesGoesBeforeOneThatLetsWait() {
        Stage stage = Stage.with("""
                        limits:
                          - {id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}
                          - {id: hour, per: [sender], allow: 1 per 1h}
                        """).at("10:00:00").hears("1", "a").hears("2", "a");

        assertThat(stage.allLines()).containsExactly("10:00:00.000 ALLOWED 1", "10:00:00.000 RATE_LIMITED 2 hour");
    }

    @Test
    void whoWaitsIsRefusedByNoneAndCountsOnceLetOn() {
        Stage stage = Stage.with("""
                        limits:
                          - {id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}
                          - {id: few, per: [sender], allow: 2 per 10s}
                        """)
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a")
                .hears("3", "a")
                .at("10:00:03")
                .hears("4", "a");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1",
                        "10:00:02.000 ALLOWED 2 held 2000",
                        "10:00:03.000 RATE_LIMITED 4 few",
                        "10:00:10.000 ALLOWED 3 held 10000");
    }

    @Test
    void laterMessagesWaitBehindUnlessNoLimitIsForThem() {
        Stage stage = Stage.with("""
                        limits:
                          - {id: wifi, per: [sender, command], allow: 1 per 10s, when: {command: [wifi]}, onExceed: queue}
                          - {id: ask, per: [sender, command], allow: 9 per 10s, when: {command: [ask]}}
                        """)
                .at("10:00:00")
                .hears("1", "a", Map.of("command", "wifi"))
                .hears("2", "a", Map.of("command", "wifi"))
                .at("10:00:01")
                .hears("3", "a", Map.of("command", "ask"))
                .hears("4", "a", Map.of("command", "hello"))
                .hears("5", "a", Map.of("command", "ask", "priority", "9"));

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1",
                        "10:00:01.000 ALLOWED 4",
                        "10:00:01.000 ALLOWED 5",
                        "10:00:10.000 ALLOWED 2 held 10000",
                        "10:00:10.000 ALLOWED 3 held 9000");
    }

    @Test
    void standingIsAskedAgainWhenTheTurnComes() {
        Stage stage = Stage.with(GAP)
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a")
                .at("10:00:01")
                .told(ControlType.BLOCK, Optional.of("a"));

        assertThat(stage.allLines()).containsExactly("10:00:00.000 ALLOWED 1", "10:00:02.000 BLOCKLISTED 2");
    }

    @Test
    void aBurstMayHaveToWaitOnceMore() {
        Stage stage = Stage.with("debounce: {quiet: 1s}\n" + GAP.replace("2s", "1m"))
                .at("10:00:00")
                .hears("1", "a")
                .at("10:00:02")
                .hears("2", "a")
                .hears("3", "a");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:01.000 ALLOWED 1 held 1000",
                        "10:00:02.000 SUPERSEDED 2 by 3",
                        "10:01:01.000 ALLOWED 3 held 59000");
    }

    @Test
    void thePresentDoesNotGoBackToTheEndOfALateBurst() {
        Stage stage = Stage.with("debounce: {quiet: 1s}\n" + GAP)
                .at("10:00:20")
                .hears("1", "a")
                .at("10:00:05")
                .hears("late", "b");

        assertThat(stage.allLines())
                .containsExactly("10:00:20.000 ALLOWED late held 15000", "10:00:21.000 ALLOWED 1 held 1000");
    }

    @Test
    void inShadowNothingWaits() {
        Stage stage = Stage.with(GAP.replace("onExceed: queue", "onExceed: queue, mode: shadow"))
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a")
                .at("10:00:02")
                .hears("3", "a");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1", "10:00:00.000 ALLOWED 2 flags [gap]", "10:00:02.000 ALLOWED 3");
    }

    @Test
    void aBlockThatIsOverBeforeTheTurnStopsNobody() {
        Stage stage = Stage.with("debounce: {quiet: 2s, when: {command: [ask]}}\n" + GAP.replace("2s", "20s"))
                .at("10:00:00")
                .hears("1", "a")
                .at("10:00:01")
                .hears("2", "a")
                .at("10:00:02")
                .hears("3", "a", Map.of("command", "ask"))
                .at("10:00:03")
                .told(ControlType.BLOCK, Optional.of("a"))
                .at("10:00:10")
                .told(ControlType.UNBLOCK, Optional.of("a"));

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1", "10:00:04.000 BLOCKLISTED 3", "10:00:20.000 ALLOWED 2 held 19000");
    }

    @Test
    void anOperatorsWordMayMakeRoom() {
        Stage stage = Stage.with(GAP.replace("2s", "1m"))
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a")
                .at("10:00:10")
                .told(ControlType.FORGET, Optional.of("a"));

        assertThat(stage.lines()).containsExactly("10:00:00.000 ALLOWED 1", "10:00:10.000 ALLOWED 2 held 10000");
    }

    @Test
    void aLimitInShadowCountsWhoWaitsOnlyWhenItsTurnComes() {
        Stage stage =
                Stage.with("""
                        limits:
                          - {id: gap, per: [sender], allow: 1 per 20s, onExceed: queue}
                          - {id: slow, per: [sender], allow: 1 per 10s, mode: shadow}
                        """).at("10:00:00").hears("1", "a").at("10:00:01").hears("2", "a");

        assertThat(stage.allLines()).containsExactly("10:00:00.000 ALLOWED 1", "10:00:20.000 ALLOWED 2 held 19000");
    }
}
