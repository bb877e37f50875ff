package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trace is judged line by line: messages, and what operators said between them. */
class TraceTest {
    private static final String ONE_A_MINUTE = "limits: [{id: sender, per: [sender], allow: 1 per 1m}]";

    @Test
    void eachMessageIsAVerdictInTheOrderOfTheLines() {
        TraceTrial trial = TraceTrial.of(
                ONE_A_MINUTE,
                "{\"id\":\"1\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:00Z\"}",
                "{\"id\":\"2\",\"sender\":\"b\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:01Z\"}",
                "{\"id\":\"3\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:02Z\"}");

        assertThat(trial.inShort()).containsExactly("1 ALLOWED", "2 ALLOWED", "3 RATE_LIMITED");
        assertThat(trial.times()).containsExactly("10:00:00.000Z", "10:00:01.000Z", "10:00:02.000Z");
    }

    @Test
    void blankLinesAreSkippedAndCounted() {
        TraceTrial trial = TraceTrial.of(
                ONE_A_MINUTE, "", "  \t", "{\"sender\":\"a\",\"body\":\"x\",\"sentAt\":1}", "\r", "no JSON", "");

        assertThat(trial.inShort()).containsExactly("inbound-messages-0-2 ALLOWED");
        assertThat(trial.problems()).hasSize(1).first().asString().startsWith("5: ");
    }

    @Test
    void aMissingIdIsThatOfTheLine() {
        TraceTrial trial = TraceTrial.of(
                ONE_A_MINUTE, "{\"sender\":\"a\",\"body\":\"x\"}", "{\"sender\":\"b\",\"body\":\"x\",\"id\":null}");

        assertThat(trial.inShort()).containsExactly("inbound-messages-0-0 ALLOWED", "inbound-messages-0-1 ALLOWED");
    }

    @Test
    void aMissingSentAtIsTheTimeOfTheLineBefore() {
        TraceTrial trial = TraceTrial.of(
                "name: empty",
                "{\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:00Z\"}",
                "{\"sender\":\"b\",\"body\":\"x\"}",
                "{\"at\":\"2026-01-05T10:00:07Z\",\"control\":{\"type\":\"trust\",\"sender\":\"a\"}}",
                "",
                "{\"sender\":\"c\",\"body\":\"x\",\"sentAt\":null}");

        assertThat(trial.times()).containsExactly("10:00:00.000Z", "10:00:00.000Z", "10:00:07.000Z");
    }

    @Test
    void sentAtMayBeEpochMillis() {
        TraceTrial trial = TraceTrial.of("name: empty", "{\"sender\":\"a\",\"body\":\"x\",\"sentAt\":1767607200000}");

        assertThat(trial.times()).containsExactly("10:00:00.000Z");
    }

    @Test
    void aControlLineIsObeyedAndIsNoVerdict() {
        TraceTrial trial = TraceTrial.of(
                "name: empty",
                "{\"at\":\"2026-01-05T10:00:00Z\",\"control\":{\"type\":\"block\",\"sender\":\"a\"}}",
                "{\"id\":\"1\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:01Z\"}",
                "{\"at\":\"2026-01-05T10:00:02Z\",\"control\":{\"type\":\"unblock\",\"sender\":\"a\"}}",
                "{\"id\":\"2\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:03Z\"}");

        assertThat(trial.inShort()).containsExactly("1 BLOCKLISTED", "2 ALLOWED");
        assertThat(trial.problems()).isEmpty();
    }

    @Test
    void aControlLineMayNameAnEnd() {
        TraceTrial trial = TraceTrial.of(
                "name: empty",
                "{\"at\":\"2026-01-05T10:00:00Z\",\"control\":{\"type\":\"block\",\"sender\":\"a\",\"by\":\"ana\","
                        + "\"reason\":\"spam\",\"until\":\"2026-01-05T10:00:05Z\"}}",
                "{\"id\":\"1\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:04.999Z\"}",
                "{\"id\":\"2\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:05Z\"}");

        assertThat(trial.inShort()).containsExactly("1 BLOCKLISTED", "2 ALLOWED");
        assertThat(trial.verdicts().get(0))
                .contains("\"detail\":\"blocked by ana: spam\",\"retryAt\":\"2026-01-05T10:00:05.000Z\"");
    }

    @Test
    void whileTheGateIsPausedMessagesWait() {
        TraceTrial trial = TraceTrial.of(
                "name: empty",
                "{\"at\":\"2026-01-05T10:00:00Z\",\"control\":{\"type\":\"pause\",\"until\":\"2026-01-05T11:00:00Z\"}}",
                "{\"id\":\"1\",\"sender\":\"a\",\"body\":\"x\"}",
                "{\"at\":\"2026-01-05T10:00:02Z\",\"control\":{\"type\":\"resume\",\"sender\":\"a\"}}",
                "{\"id\":\"2\",\"sender\":\"a\",\"body\":\"y\"}");

        assertThat(trial.inShort()).containsExactly("1 ALLOWED", "2 ALLOWED");
        assertThat(trial.times()).containsExactly("10:00:02.000Z", "10:00:02.000Z");
        assertThat(trial.problems()).isEmpty();
    }

    @Test
    void aMessageMaySpeakOfControl() {
        TraceTrial trial = TraceTrial.of(
                "name: empty",
                "{\"id\":\"1\",\"sender\":\"a\",\"body\":\"{\\\"control\\\":{}}\",\"sentAt\":1}",
                "{\"id\":\"2\",\"sender\":\"a\",\"body\":\"x\",\"conversation\":\"control\",\"sentAt\":1}",
                "{\"id\":\"3\",\"sender\":\"a\",\"body\":\"x\",\"control\":{\"type\":\"block\"},\"sentAt\":1}",
                "{\"id\":\"4\",\"sender\":\"a\",\"body\":\"x\",\"attributes\":{\"control\":\"x\"},\"sentAt\":1}");

        assertThat(trial.inShort()).containsExactly("1 ALLOWED", "2 ALLOWED", "3 ALLOWED", "4 ALLOWED");
        assertThat(trial.problems()).isEmpty();
    }

    @Test
    void theEndOfTheLastLineMayBeMissingAndLinesMayEndAsOnWindows() {
        byte[] trace = ("\uFEFF{\"id\":\"1\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":1}\r\n"
                        + "{\"id\":\"2\",\"sender\":\"b\",\"body\":\"x\",\"sentAt\":1}")
                .getBytes(StandardCharsets.UTF_8);

        TraceTrial trial = TraceTrial.of("name: empty", trace);

        assertThat(trial.inShort()).containsExactly("1 ALLOWED", "2 ALLOWED");
    }

    @Test
    void anEmptyTraceIsNoVerdict() {
        TraceTrial trial = TraceTrial.of("name: empty", new byte[0]);

        assertThat(trial).isEqualTo(new TraceTrial(List.of(), List.of()));
    }

    @Test
    void theSameTraceAlwaysGivesTheSameVerdicts() {
        String[] lines = new String[200];
        for (int i = 0; i < lines.length; i++) {
            lines[i] =
                    "{\"sender\":\"" + i % 7 + "\",\"body\":\"x\",\"sentAt\":" + (1_767_607_200_000L + 997L * i) + "}";
        }

        assertThat(TraceTrial.of(ONE_A_MINUTE, lines)).isEqualTo(TraceTrial.of(ONE_A_MINUTE, lines));
    }
}
