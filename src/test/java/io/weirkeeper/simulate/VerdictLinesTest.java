package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The exact bytes that simulate prints. */
class VerdictLinesTest {
    private static final Message MESSAGE = Message.of("m1", "sms", "+1555", "hello", 0);
    private static final long AT = 1_767_607_200_000L;

    private static String printed(Verdict... verdicts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (VerdictLines lines = new VerdictLines(out)) {
            for (Verdict verdict : verdicts) {
                lines.write(verdict);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Blocked blocked(Reason reason, OptionalLong retryAt, Optional<Penalty> penalty) {
        return new Blocked(MESSAGE, AT, 3, reason, Optional.empty(), "why", retryAt, penalty, Optional.empty());
    }

    @Test
    void whatHasNoValueIsLeftOut() throws IOException {
        assertThat(printed(new Allowed(MESSAGE, AT, 3, List.of(), Optional.empty())))
                .isEqualTo(
                        "{\"at\":\"2026-01-05T10:00:00.000Z\",\"verdict\":\"ALLOWED\",\"id\":\"m1\",\"sender\":\"+1555\"}\n");
    }

    @Test
    void flagsAndBypassStandOnAllowedMessages() throws IOException {
        assertThat(printed(new Allowed(MESSAGE, AT + 7, 3, List.of("maxAge", "flood"), Optional.of("admin"))))
                .isEqualTo(
                        "{\"at\":\"2026-01-05T10:00:00.007Z\",\"verdict\":\"ALLOWED\",\"id\":\"m1\",\"sender\":\"+1555\","
                                + "\"flags\":[\"maxAge\",\"flood\"],\"bypass\":\"admin\"}\n");
    }

    @Test
    void aHeldMessageSaysWhatItAbsorbedAndHowLongItWaited() throws IOException {
        Allowed held =
                new Allowed(MESSAGE, AT, 3, List.of("flood"), List.of("m\"0", "m00"), 4_000, Optional.of("admin"));

        assertThat(printed(held))
                .isEqualTo(
                        "{\"at\":\"2026-01-05T10:00:00.000Z\",\"verdict\":\"ALLOWED\",\"id\":\"m1\",\"sender\":\"+1555\","
                                + "\"flags\":[\"flood\"],\"absorbed\":[\"m\\\"0\",\"m00\"],\"heldMillis\":4000,\"bypass\":\"admin\"}\n");
    }

    @Test
    void aDebouncedMessageNamesTheOneThatStandsForIt() throws IOException {
        Debounced superseded = new Debounced(MESSAGE, AT, 3, Debounced.Cause.SUPERSEDED, "m2");
        Debounced merged = new Debounced(MESSAGE, AT, 3, Debounced.Cause.MERGED, "m\"3");

        assertThat(printed(superseded, merged).lines())
                .containsExactly(
                        "{\"at\":\"2026-01-05T10:00:00.000Z\",\"verdict\":\"DEBOUNCED\",\"id\":\"m1\",\"sender\":\"+1555\","
                                + "\"reason\":\"SUPERSEDED\",\"by\":\"m2\"}",
                        "{\"at\":\"2026-01-05T10:00:00.000Z\",\"verdict\":\"DEBOUNCED\",\"id\":\"m1\",\"sender\":\"+1555\","
                                + "\"reason\":\"MERGED\",\"by\":\"m\\\"3\"}");
    }

    @Test
    void aBlockedMessageHasItsFieldsInThisOrder() throws IOException {
        Blocked verdict = new Blocked(
                MESSAGE,
                AT,
                3,
                Reason.RATE_LIMITED,
                Optional.of("sender"),
                "6th message; 5 per 1m allowed",
                OptionalLong.of(AT + 300_000),
                Optional.of(new Penalty(PenaltyKind.TIMEOUT, OptionalLong.of(AT + 300_000), 2)),
                Optional.of("Slow down."));

        assertThat(printed(verdict))
                .isEqualTo(
                        "{\"at\":\"2026-01-05T10:00:00.000Z\",\"verdict\":\"BLOCKED\",\"id\":\"m1\",\"sender\":\"+1555\","
                                + "\"reason\":\"RATE_LIMITED\",\"rule\":\"sender\",\"detail\":\"6th message; 5 per 1m allowed\","
                                + "\"retryAt\":\"2026-01-05T10:05:00.000Z\","
                                + "\"penalty\":{\"kind\":\"TIMEOUT\",\"until\":\"2026-01-05T10:05:00.000Z\",\"strikes\":2},"
                                + "\"notice\":\"Slow down.\"}\n");
    }

    @Test
    void aPenaltyWithoutAnEndHasNone() throws IOException {
        Penalty permanent = new Penalty(PenaltyKind.PERMANENT, OptionalLong.empty(), 10);

        assertThat(printed(blocked(Reason.PENALIZED, OptionalLong.empty(), Optional.of(permanent))))
                .isEqualTo(
                        "{\"at\":\"2026-01-05T10:00:00.000Z\",\"verdict\":\"BLOCKED\",\"id\":\"m1\",\"sender\":\"+1555\","
                                + "\"reason\":\"PENALIZED\",\"detail\":\"why\",\"penalty\":{\"kind\":\"PERMANENT\",\"strikes\":10}}\n");
    }

    @Test
    void eachVerdictIsALine() throws IOException {
        Allowed allowed = new Allowed(MESSAGE, AT, 3, List.of(), Optional.empty());

        assertThat(printed(allowed, blocked(Reason.STALE, OptionalLong.empty(), Optional.empty()), allowed)
                        .lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    @Test
    void textIsEscapedAndStaysOnItsLine() throws IOException {
        Message odd = Message.of("a\"b\\c\nd", "sms", "é\u2028\u0000", "", 0);

        assertThat(printed(new Allowed(odd, AT, 3, List.of(), Optional.empty())))
                .isEqualTo("{\"at\":\"2026-01-05T10:00:00.000Z\",\"verdict\":\"ALLOWED\",\"id\":\"a\\\"b\\\\c\\nd\","
                        + "\"sender\":\"é\u2028\\u0000\"}\n");
    }

    @Test
    void theSenderIsThatOfTheMessageWhoeverTheSubjectIs() {
        TraceTrial trial = TraceTrial.of(
                "keyedBy: recipient",
                "{\"id\":\"1\",\"sender\":\"bot\",\"recipient\":\"a\",\"body\":\"x\",\"sentAt\":0}");

        assertThat(trial.verdicts())
                .containsExactly(
                        "{\"at\":\"1970-01-01T00:00:00.000Z\",\"verdict\":\"ALLOWED\",\"id\":\"1\",\"sender\":\"bot\"}");
    }

    @Test
    void closingFlushesAndLeavesTheStreamOpen() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (VerdictLines lines = new VerdictLines(out)) {
            lines.write(new Allowed(MESSAGE, AT, 3, List.of(), Optional.empty()));
        }

        assertThat(out.size()).isPositive();
        assertThat(closed[0]).isFalse();
    }
}
