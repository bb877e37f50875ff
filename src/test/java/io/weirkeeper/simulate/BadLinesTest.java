package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that cannot be judged is told with its number; the lines around it are judged. */
class BadLinesTest {
    private static final String GOOD = "{\"id\":\"good\",\"sender\":\"a\",\"body\":\"x\",\"sentAt\":1}";

    private static TraceTrial between(String policy, byte[] bad) {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        trace.writeBytes((GOOD.replace("good", "before") + "\n").getBytes(StandardCharsets.UTF_8));
        trace.writeBytes(bad);
        trace.writeBytes(("\n" + GOOD.replace("good", "after")).getBytes(StandardCharsets.UTF_8));
        return TraceTrial.of(policy, trace.toByteArray());
    }

    private static TraceTrial between(String policy, String bad) {
        return between(policy, bad.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no JSON                                                               | not JSON at byte 0
            []                                                                    | not a JSON object
            {"sender":"a"}                                                        | body: missing
            {"body":"x"}                                                          | sender: missing
            {"sender":"","body":"x"}                                              | sender: missing
            {"sender":"a","body":"x","priority":10}                               | priority: must be 0 to 9
            {"sender":"a","body":"x","sentAt":"soon"}                             | sentAt: must be an ISO 8601 time with Z or an offset, or epoch milliseconds
            {"sender":"a","body":"x","sentAt":-1}                                 | sentAt is not between the years 1970 and 9999
            {"sender":"a","body":"x","sentAt":253402300800000}                    | sentAt is not between the years 1970 and 9999
            {"sender":"a","body":"x"} {"sender":"a","body":"x"}                   | something follows the JSON object
            {"control":{"type":"block","sender":"a"}}                             | at is missing, or no time between the years 1970 and 9999
            {"at":"now","control":{"type":"block","sender":"a"}}                  | at is missing, or no time between the years 1970 and 9999
            {"at":-1,"control":{"type":"block","sender":"a"}}                     | at is missing, or no time between the years 1970 and 9999
            {"at":1,"control":{"sender":"a"}}                                     | control: type: missing
            {"at":1,"control":{"type":"shout","sender":"a"}}                      | control: type: unknown
            {"at":1,"control":{"type":"block"}}                                   | control: sender: missing
            {"at":1,"control":"block"}                                            | sender: missing
            """)
    void theLineIsToldWithItsNumberAndTheOthersAreJudged(String line, String problem) {
        TraceTrial trial = between("name: empty", line);

        assertThat(trial.problems()).containsExactly("2: " + problem);
        assertThat(trial.inShort()).containsExactly("before ALLOWED", "after ALLOWED");
    }

    @Test
    void aMessageWithoutASubjectIsBad() {
        TraceTrial trial = TraceTrial.of("keyedBy: recipient", GOOD);

        assertThat(trial.problems()).containsExactly("1: the message does not say for whom it is");
    }

    @Test
    void somethingAfterAnOrderIsBadToo() {
        TraceTrial trial =
                between("name: empty", "{\"at\":1,\"control\":{\"type\":\"block\",\"sender\":\"a\"}} and so on");

        assertThat(trial.problems()).hasSize(1);
        assertThat(trial.inShort()).containsExactly("before ALLOWED", "after ALLOWED");
    }

    @Test
    void aLineThatIsNoUtf8IsBad() {
        TraceTrial trial = between("name: empty", GOOD.replace("x", "\u00E9").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(trial.problems()).containsExactly("2: not UTF-8");
        assertThat(trial.inShort()).containsExactly("before ALLOWED", "after ALLOWED");
    }

    @Test
    void anOrderThatIsNoUtf8IsBad() {
        byte[] line = "{\"at\":1,\"control\":{\"type\":\"block\",\"sender\":\"a\",\"reason\":\"\u00E9\"}}"
                .getBytes(StandardCharsets.ISO_8859_1);

        TraceTrial trial = between("name: empty", line);

        assertThat(trial.problems()).containsExactly("2: not UTF-8");
    }

    @Test
    void aLineThatBeginsLikeAnotherEncodingOfUnicodeIsBad() {
        TraceTrial trial = between("name: empty", "\0\0\0{\"at\":1,\"control\":{\"type\":\"block\",\"sender\":\"a\"}}");

        assertThat(trial.problems()).hasSize(1);
        assertThat(trial.inShort()).containsExactly("before ALLOWED", "after ALLOWED");
    }

    @Test
    void aBadLineDoesNotChangeTheTime() {
        TraceTrial trial = TraceTrial.of(
                "name: empty",
                "{\"sender\":\"a\",\"body\":\"x\",\"sentAt\":\"2026-01-05T10:00:00Z\"}",
                "{\"sender\":\"a\",\"sentAt\":\"2026-01-05T11:00:00Z\"}",
                "{\"at\":\"2026-01-05T12:00:00Z\",\"control\":{\"type\":\"block\"}}",
                "{\"sender\":\"a\",\"body\":\"x\"}");

        assertThat(trial.times()).containsExactly("10:00:00.000Z", "10:00:00.000Z");
    }

    @RepeatedTest(20)
    void noBytesStopTheTrace(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 20_261_120) + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        byte[] line = "{\"at\":1,\"control\":{\"type\":\"block\",\"sender\":\"b\",\"until\":2,\"reason\":\"no\"}}"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(line.length);
            line[at] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
            line[at] = line[at] == '\n' ? 0 : line[at];
        }

        TraceTrial trial = between("name: empty", line);

        assertThat(trial.inShort()).as("seed %d", seed).contains("before ALLOWED", "after ALLOWED");
    }
}
