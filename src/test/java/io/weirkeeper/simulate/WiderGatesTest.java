package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.verdict.Blocked;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Limits beyond one sender. */
class WiderGatesTest {
    private static final String ALL = """
            limits:
              - {id: sender, per: [sender], allow: 4 per 1m}
              - {id: user, per: [user], allow: 3 per 1m}
              - {id: chat, per: [conversation], allow: 2 per 1m}
              - {id: client, per: [address], allow: 2 per 1m}
              - {id: all, per: [], allow: 5 per 1m}
            """;

    @Test
    void aConversationIsLimitedOverAllItsSenders() {
        Stage stage = Stage.with(ALL).at("10:00:00");
        for (String sender : new String[] {"a", "b", "c"}) {
            stage.hears("of " + sender, sender, Map.of("conversation", "x"));
        }
        stage.hears("elsewhere", "c", Map.of("conversation", "y"));

        assertThat(stage.lines())
                .containsExactly(
                        "10:00:00.000 ALLOWED of a",
                        "10:00:00.000 ALLOWED of b",
                        "10:00:00.000 RATE_LIMITED of c chat",
                        "10:00:00.000 ALLOWED elsewhere");
    }

    @Test
    void theGateOverAllIsExact() {
        Stage stage = Stage.with(ALL).at("10:00:00");
        for (int i = 1; i <= 6; i++) {
            stage.hears("m" + i, "s" + i);
        }
        stage.at("10:01:00").hears("m7", "s7");

        assertThat(stage.lines()).hasSize(7).contains("10:00:00.000 RATE_LIMITED m6 all", "10:01:00.000 ALLOWED m7");
    }

    @Test
    void aRefusalSaysWhenThereIsRoomAtThatGate() {
        Stage stage = Stage.with(ALL)
                .at("10:00:00")
                .hears("1", "a", Map.of("address", "x"))
                .at("10:00:10")
                .hears("2", "b", Map.of("address", "x"))
                .at("10:00:20")
                .hears("3", "c", Map.of("address", "x"));

        assertThat(stage.verdicts().get(2)).isInstanceOfSatisfying(Blocked.class, blocked -> {
            assertThat(blocked.retryAt())
                    .isEqualTo(OptionalLong.of(stage.verdicts().get(0).decidedAt() + 60_000));
            assertThat(blocked.penalty()).isEmpty();
        });
    }

    @Test
    void whatANarrowerGateCountedStaysCounted() {
        Stage stage = Stage.with(ALL).at("10:00:00");
        for (int i = 1; i <= 5; i++) {
            stage.hears("m" + i, "a", Map.of("conversation", "x"));
        }

        assertThat(stage.lines())
                .containsExactly(
                        "10:00:00.000 ALLOWED m1",
                        "10:00:00.000 ALLOWED m2",
                        "10:00:00.000 RATE_LIMITED m3 chat",
                        "10:00:00.000 RATE_LIMITED m4 chat",
                        "10:00:00.000 RATE_LIMITED m5 sender");
    }

    @Test
    void aMessageWithoutTheFieldPasses() {
        Stage stage = Stage.with("limits: [{id: chat, per: [conversation], allow: 1 per 1m}]")
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a");

        assertThat(stage.lines()).containsExactly("10:00:00.000 ALLOWED 1", "10:00:00.000 ALLOWED 2");
    }

    @Test
    void wherePaceIsPerRecipientTheSendersShareTheGlobalGate() {
        Stage stage = Stage.with("""
                        keyedBy: recipient
                        limits:
                          - {id: gap, per: [recipient], allow: 1 per 2s, onExceed: queue}
                          - {id: pace, per: [], allow: 1 per 1s, onExceed: queue}
                        """)
                .at("10:00:00")
                .hears("1", "bot", Map.of("recipient", "x"))
                .hears("2", "bot", Map.of("recipient", "x"))
                .hears("3", "bot", Map.of("recipient", "y"))
                .hears("4", "bot", Map.of("recipient", "z"));

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 1",
                        "10:00:01.000 ALLOWED 3 held 1000",
                        "10:00:02.000 ALLOWED 4 held 2000",
                        "10:00:03.000 ALLOWED 2 held 3000");
    }

    @Test
    void aNoticeIsGivenOnceAMinuteToEachSender() {
        Stage stage = Stage.with("""
                        limits: [{id: all, per: [], allow: 1 per 10m}]
                        notices: {language: en, atMostOncePer: 1m}
                        """)
                .at("10:00:00")
                .hears("0", "z")
                .hears("1", "a")
                .hears("2", "a")
                .hears("3", "b")
                .at("10:01:00")
                .hears("4", "a");

        assertThat(stage.verdicts().stream()
                        .filter(Blocked.class::isInstance)
                        .map(verdict -> ((Blocked) verdict).notice().isPresent()))
                .containsExactly(true, false, true, true);
    }

    @Test
    void theGateOverAllForgetsNoCounterHoweverManyThereAre() {
        Stage stage = Stage.with("""
                        keyedBy: recipient
                        limits: [{id: each, per: [sender], allow: 1 per 1h}]
                        """).at("10:00:00");
        for (int i = 0; i < 400; i++) {
            stage.hears("m" + i, "s" + i, Map.of("recipient", "r" + i));
        }
        stage.lines();

        stage.hears("again", "s0", Map.of("recipient", "r"));

        assertThat(stage.lines()).containsExactly("10:00:00.000 RATE_LIMITED again each");
    }

    @Test
    void whenVeryManyAreRefusedSomeGetNoNoticeRatherThanTwo() {
        Stage stage = Stage.with("""
                        limits: [{id: all, per: [], allow: 1 per 1h}]
                        notices: {language: en, atMostOncePer: 1m}
                        """).at("10:00:00").hears("first", "z");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 300; i++) {
                stage.hears("m" + round + "-" + i, "s" + i);
            }
        }

        assertThat(stage.verdicts().stream()
                        .filter(Blocked.class::isInstance)
                        .filter(verdict -> ((Blocked) verdict).notice().isPresent())
                        .map(verdict -> verdict.message().sender()))
                .hasSize(256)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoHadToWaitForAPauseOnlyGoesOnWithItsEnd() {
        Stage stage = Stage.with(
                        "limits: [{id: sms, per: [], allow: 1 per 1m, when: {command: [ask]}, onExceed: queue}]")
                .at("10:00:00")
                .hears("0", "a", Map.of("command", "ask"))
                .at("10:00:01")
                .told(ControlType.PAUSE, Optional.empty())
                .at("10:00:02")
                .hears("1", "b", Map.of("command", "ask"))
                .hears("2", "c")
                .at("10:00:05")
                .told(ControlType.RESUME, Optional.empty());

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 0",
                        "10:00:05.000 ALLOWED 2 held 3000",
                        "10:01:00.000 ALLOWED 1 held 58000");
    }

    @Test
    void whileTheGateIsPausedNoLimitRefuses() {
        Stage stage = Stage.with("limits: [{id: all, per: [], allow: 1 per 10s}]")
                .at("10:00:00")
                .hears("0", "a")
                .at("10:00:01")
                .told(ControlType.PAUSE, Optional.empty())
                .at("10:00:02")
                .hears("1", "b")
                .at("10:00:05")
                .told(ControlType.RESUME, Optional.empty())
                .at("10:00:06")
                .hears("2", "c");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED 0",
                        "10:00:06.000 RATE_LIMITED 2 all",
                        "10:00:10.000 ALLOWED 1 held 8000");
    }
}
