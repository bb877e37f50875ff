package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.verdict.Allowed;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages in quick succession become one. */
class DebounceTest {
    private static final String LAST = "debounce: {quiet: 4s, maxWait: 15s, maxMessages: 5}";
    private static final String MERGE = "debounce: {quiet: 4s, maxWait: 15s, maxMessages: 5, keep: merge}";

    @Test
    void aMessageWaitsUntilNothingHasComeForTheQuietTime() {
        Stage stage = Stage.with(LAST).at("10:00:00").hears("1", "a");

        assertThat(stage.lines()).isEmpty();
        assertThat(stage.allLines()).containsExactly("10:00:04.000 ALLOWED 1 held 4000");
    }

    @Test
    void theLastOfABurstTakesThePlaceOfThoseBefore() {
        Stage stage = Stage.with(LAST)
                .at("10:00:00")
                .hears("1", "a")
                .at("10:00:03.999")
                .hears("2", "a");

        assertThat(stage.lines()).containsExactly("10:00:03.999 SUPERSEDED 1 by 2");
        assertThat(stage.allLines()).containsExactly("10:00:07.999 ALLOWED 2 held 4000");
    }

    @Test
    void aBurstIsOverAtItsTimeWhateverComesThen() {
        Stage stage =
                Stage.with(LAST).at("10:00:00").hears("1", "a").at("10:00:04").hears("2", "a");

        assertThat(stage.lines()).containsExactly("10:00:04.000 ALLOWED 1 held 4000");
    }

    @Test
    void whoNeverPausesIsHeardAfterTheLongestWait() {
        Stage stage = Stage.with(LAST.replace("maxMessages: 5", "maxMessages: 50"));
        for (int i = 0; i < 20; i++) {
            stage.at(String.format("10:00:%02d", i)).hears("m" + i, "a");
        }

        assertThat(stage.lines()).contains("10:00:15.000 ALLOWED m14 held 1000");
    }

    @Test
    void theMessageThatFillsABurstEndsIt() {
        Stage stage = Stage.with(LAST).at("10:00:00");
        for (int i = 1; i <= 5; i++) {
            stage.hears("m" + i, "a");
        }

        assertThat(stage.lines())
                .containsExactly(
                        "10:00:00.000 SUPERSEDED m1 by m2",
                        "10:00:00.000 SUPERSEDED m2 by m3",
                        "10:00:00.000 SUPERSEDED m3 by m4",
                        "10:00:00.000 SUPERSEDED m4 by m5",
                        "10:00:00.000 ALLOWED m5");
        assertThat(stage.allLines()).isEmpty();
    }

    @Test
    void aMergedBurstHasAllTextsAndTheIdOfTheLast() {
        Stage stage = Stage.with(MERGE)
                .at("10:00:00")
                .hears("1", "a", "hello")
                .at("10:00:01")
                .hears("2", "a", "are you there")
                .at("10:00:02")
                .hears("3", "a", "?");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:06.000 MERGED 1 by 3",
                        "10:00:06.000 MERGED 2 by 3",
                        "10:00:06.000 ALLOWED 3 held 4000 absorbed [1, 2]");
        assertThat(stage.verdicts().get(2).message().body()).isEqualTo("hello\nare you there\n?");
        assertThat(stage.verdicts().get(0).message().body()).isEqualTo("hello");
    }

    @Test
    void aBurstWhoseTextsWouldBeTooLongEndsEarly() {
        String half = "x".repeat(40_000);
        Stage stage = Stage.with(MERGE)
                .at("10:00:00")
                .hears("1", "a", half)
                .at("10:00:01")
                .hears("2", "a", half + "y");

        assertThat(stage.lines()).containsExactly("10:00:01.000 ALLOWED 1 held 1000");
        assertThat(stage.allLines()).containsExactly("10:00:05.000 ALLOWED 2 held 4000");
    }

    @Test
    void aBurstCostsOneOfALimitOnAcceptedMessages() {
        Stage stage = Stage.with(LAST + "\nlimits: [{id: one, per: [sender], allow: 1 per 1m}]")
                .at("10:00:00")
                .hears("1", "a")
                .hears("2", "a")
                .hears("3", "a")
                .at("10:00:10")
                .hears("4", "a");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 SUPERSEDED 1 by 2",
                        "10:00:00.000 SUPERSEDED 2 by 3",
                        "10:00:04.000 ALLOWED 3 held 4000",
                        "10:00:14.000 RATE_LIMITED 4 one");
    }

    @Test
    void theTextsOfAMergedBurstThatIsRefusedMayBeSentAgain() {
        Stage stage = Stage.with(MERGE + """

                        duplicates: {window: 10m}
                        limits: [{id: one, per: [sender], allow: 1 per 1m}]
                        """)
                .at("10:00:00")
                .hears("1", "a", "first")
                .at("10:00:10")
                .hears("2", "a", "second")
                .hears("3", "a", "third")
                .at("10:01:04")
                .hears("4", "a", "second")
                .hears("5", "a", "third")
                .hears("6", "a", "first");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:04.000 ALLOWED 1 held 4000",
                        "10:00:14.000 MERGED 2 by 3",
                        "10:00:14.000 RATE_LIMITED 3 one",
                        "10:01:04.000 DUPLICATE 6 duplicates",
                        "10:01:08.000 MERGED 4 by 5",
                        "10:01:08.000 ALLOWED 5 held 4000 absorbed [4]");
    }

    @Test
    void aDuplicateTouchesNoBurst() {
        Stage stage = Stage.with(LAST + "\nduplicates: {window: 1m}")
                .at("10:00:00")
                .hears("1", "a", "hello")
                .at("10:00:03")
                .hears("2", "a", "hello");

        assertThat(stage.allLines())
                .containsExactly("10:00:03.000 DUPLICATE 2 duplicates", "10:00:04.000 ALLOWED 1 held 4000");
    }

    @Test
    void standingIsAskedAgainAtRelease() {
        Stage stage = Stage.with(LAST)
                .at("10:00:00")
                .hears("1", "a")
                .at("10:00:02")
                .told(ControlType.BLOCK, Optional.of("a"));

        assertThat(stage.allLines()).containsExactly("10:00:04.000 BLOCKLISTED 1");
    }

    @Test
    void whatWaitsStaysWhenItsSenderIsForgotten() {
        Stage stage = Stage.with(LAST)
                .at("10:00:00")
                .hears("1", "a")
                .at("10:00:02")
                .told(ControlType.FORGET, Optional.of("a"));

        assertThat(stage.allLines()).containsExactly("10:00:04.000 ALLOWED 1 held 4000");
    }

    @Test
    void burstsAreOfOneSenderAndOneConversationIfThePolicySaysSo() {
        Stage stage = Stage.with("debounce: {quiet: 4s, per: [sender, conversation]}")
                .at("10:00:00")
                .hears("1", "a", Map.of("conversation", "x"))
                .at("10:00:01")
                .hears("2", "a", Map.of("conversation", "y"))
                .at("10:00:02")
                .hears("3", "a")
                .at("10:00:03")
                .hears("4", "b", Map.of("conversation", "x"));

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:04.000 ALLOWED 1 held 4000",
                        "10:00:05.000 ALLOWED 2 held 4000",
                        "10:00:06.000 ALLOWED 3 held 4000",
                        "10:00:07.000 ALLOWED 4 held 4000");
    }

    @Test
    void whatIsDueAtTheSameTimeIsReleasedInOrderOfArrival() {
        Stage stage = Stage.with(LAST).at("10:00:00");
        for (String sender : new String[] {"z", "m", "a", "q"}) {
            stage.hears(sender, sender);
        }

        assertThat(stage.allLines()).extracting(line -> line.split(" ")[2]).containsExactly("z", "m", "a", "q");
    }

    @Test
    void inShadowNothingWaitsAndWhatComesInABurstIsFlagged() {
        Stage stage = Stage.with("debounce: {quiet: 4s, maxMessages: 3, mode: shadow}")
                .at("10:00:00");
        for (int i = 1; i <= 4; i++) {
            stage.hears("m" + i, "a");
        }
        stage.at("10:00:04").hears("m5", "a");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:00.000 ALLOWED m1",
                        "10:00:00.000 ALLOWED m2 flags [debounce]",
                        "10:00:00.000 ALLOWED m3 flags [debounce]",
                        "10:00:00.000 ALLOWED m4",
                        "10:00:04.000 ALLOWED m5");
    }

    @Test
    void flagsOfAMergedBurstAreUnited() {
        Stage stage = Stage.with(MERGE + """

                        duplicates: {window: 1m, mode: shadow}
                        limits: [{id: burst, per: [sender], allow: 2 per 1m, count: arrivals, mode: shadow}]
                        """)
                .at("10:00:00")
                .hears("1", "a", "hello")
                .hears("2", "a", "hello")
                .hears("3", "a", "bye");

        stage.allLines();
        assertThat(stage.verdicts().get(2))
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.flags()).containsExactly("duplicates", "burst"));
    }

    @Test
    void onlyMessagesThatTheRuleIsForWait() {
        Stage stage = Stage.with("debounce: {quiet: 4s, when: {command: [ask]}}")
                .at("10:00:00")
                .hears("1", "a", Map.of("command", "ASK"))
                .hears("2", "a", Map.of("command", "status"));

        assertThat(stage.lines()).containsExactly("10:00:00.000 ALLOWED 2");
        assertThat(stage.allLines()).containsExactly("10:00:04.000 ALLOWED 1 held 4000");
    }

    @Test
    void inShadowItDoesNotMakeALimitForget() {
        Stage stage = Stage.with("""
                        debounce: {quiet: 60s, per: [sender, conversation], mode: shadow}
                        limits: [{id: one, per: [sender], allow: 1 per 1h}]
                        """).at("10:00:00");
        for (int i = 0; i < 400; i++) {
            stage.hears("m" + i, "a", Map.of("conversation", "c" + i));
        }

        assertThat(stage.lines()).filteredOn(line -> line.contains("ALLOWED")).hasSize(1);
    }

    @Test
    void aTextWithACommandIsForgottenTooWhenItIsRefused() {
        Stage stage = Stage.with("""
                        commands: {pattern: '^/(\\w+)'}
                        duplicates: {window: 1h, per: [sender, command]}
                        debounce: {quiet: 1s}
                        limits: [{id: one, per: [sender], allow: 1 per 10s}]
                        """)
                .at("10:00:00")
                .hears("1", "a", "/a x")
                .at("10:00:02")
                .hears("2", "a", "/b y")
                .at("10:00:13")
                .hears("3", "a", "/b y");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:01.000 ALLOWED 1 held 1000",
                        "10:00:03.000 RATE_LIMITED 2 one",
                        "10:00:14.000 ALLOWED 3 held 1000");
    }

    @Test
    void aMergedBurstIsJudgedByTheCommandOfItsLastMessage() {
        Stage stage = Stage.with("""
                        commands: {pattern: '^/(\\w+)'}
                        debounce: {quiet: 1s, keep: merge}
                        limits: [{id: help, per: [sender], allow: 1 per 1h, when: {command: [help]}}]
                        """)
                .at("10:00:00")
                .hears("1", "a", "hi")
                .hears("2", "a", "/help")
                .at("10:00:05")
                .hears("3", "a", "hi again")
                .hears("4", "a", "/help me");

        assertThat(stage.allLines())
                .containsExactly(
                        "10:00:01.000 MERGED 1 by 2",
                        "10:00:01.000 ALLOWED 2 held 1000 absorbed [1]",
                        "10:00:06.000 MERGED 3 by 4",
                        "10:00:06.000 RATE_LIMITED 4 help");
    }
}
