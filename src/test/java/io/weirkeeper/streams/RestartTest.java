package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.scenario.PolicyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task that is closed and opened again, here or elsewhere, goes on with what it held as if nothing had been. */
class RestartTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final long HOUR = 3_600_000;
    private static final Policy NO_RULES = PolicyText.valid("name: none");
    private static final String GLOBAL = GateKey.GLOBAL.toString();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "keep {0}, seed {1}")
    @CsvSource({"last, 1", "last, 2", "last, 3", "last, 4", "merge, 1", "merge, 2", "merge, 3", "merge, 4"})
    void aBacklogIsJudgedTheSameWithAndWithoutRestarts(String keep, long seed) throws IOException {
        Policy policy = PolicyText.valid("debounce: {quiet: 1s, keep: " + keep + "}\n" + BacklogTest.OTHER_RULES);
        ChatTrace trace = ChatTrace.random(seed, 150, NOON);
        List<String> live = new ArrayList<>();
        try (RestartableTask task =
                RestartableTask.ofSenderGate(Files.createDirectory(folder.resolve("live")), policy, NOON)) {
            for (ChatTrace.Line line : trace.lines()) {
                task.advanceTo(line.at());
                hear(task, line);
            }
            task.advanceTo(trace.end() + 2_000);
            live.addAll(task.told());
        }

        Random random = new Random(seed);
        long wallClock = trace.end() + 24 * HOUR;
        try (RestartableTask task = RestartableTask.ofSenderGate(folder, policy, wallClock)) {
            for (ChatTrace.Line line : trace.lines()) {
                hear(task, line);
                if (random.nextInt(4) == 0) {
                    wallClock += random.nextInt((int) HOUR);
                    task.restart(policy, wallClock);
                    wallClock += random.nextInt((int) GateClock.IDLE);
                    task.advanceTo(wallClock);
                }
            }
            wallClock += GateClock.IDLE;
            task.advanceTo(wallClock);
            task.advanceTo(wallClock + 2 * GateClock.IDLE);
            assertThat(task.told()).isEqualTo(live);
        }
    }

    @Test
    void whatIsQueuedIsLetOnAtThePaceOfThePresentAfterAnOutage() {
        Policy policy = PolicyText.valid(
                "limits: [{id: all, per: [], allow: 1 per 2s, onExceed: queue}]\nqueue: {capacity: 50, maxWait: 1d}");
        try (RestartableTask task = RestartableTask.ofWiderGates(folder, policy, NOON)) {
            for (int i = 0; i < 6; i++) {
                task.hear(GLOBAL, new GateInput.Passage(candidate("m" + i)), NOON);
            }
            assertThat(task.told()).hasSize(1);

            long back = NOON + 10 * HOUR;
            task.restart(policy, back);
            for (long time = back; time <= back + 8_000; time += 2_000) {
                task.advanceTo(time);
                assertThat(task.told()).singleElement().asString().startsWith("wider-gates-allowed-sink " + time);
                task.advanceTo(time + 1_999);
                assertThat(task.told()).isEmpty();
            }
            task.advanceTo(back + HOUR);
            assertThat(task.told()).isEmpty();
        }
    }

    @Test
    void aBurstGoesOnUnderAPolicyThatHoldsNoneAnyMore() {
        try (RestartableTask task =
                RestartableTask.ofSenderGate(folder, PolicyText.valid("debounce: {quiet: 1m, keep: merge}"), NOON)) {
            task.hear("s", new GateInput.Arrival(message("1")), NOON);
            task.hear("s", new GateInput.Arrival(message("2")), NOON + 1);
            assertThat(task.told()).isEmpty();

            task.restart(NO_RULES, NOON + 40);
            task.hear("other", new GateInput.Arrival(Message.of("3", "sms", "other", "hi", NOON)), NOON + HOUR);
            assertThat(task.told())
                    .anyMatch(line -> line.startsWith("sender-gate-debounced-sink"))
                    .filteredOn(line -> line.startsWith("sender-gate-allowed-sink"))
                    .hasSize(2);
        }
    }

    @Test
    void aQueueEndsUnderAPolicyThatLetsNothingWaitAnyMore() {
        Policy gap = PolicyText.valid("limits: [{id: gap, per: [sender], allow: 1 per 1m, onExceed: queue}]");
        try (RestartableTask task = RestartableTask.ofSenderGate(folder, gap, NOON)) {
            task.hear("s", new GateInput.Arrival(message("1")), NOON);
            task.hear("s", new GateInput.Arrival(message("2")), NOON);
            assertThat(task.told()).hasSize(1);

            task.restart(NO_RULES, NOON + 40);
            task.advanceTo(NOON + 50);
            assertThat(task.told()).hasSize(1);
        }
    }

    @Test
    void theEndOfAPauseIsAnnouncedThoughTheTaskWasRestartedMeanwhile() {
        try (RestartableTask task = RestartableTask.ofWiderGates(folder, NO_RULES, NOON)) {
            task.hear(GLOBAL, new GateInput.Order(pauseUntil(NOON + HOUR)), NOON);
            assertThat(task.told()).singleElement().asString().startsWith("lists-sink");

            task.restart(NO_RULES, NOON + 40);
            task.advanceTo(NOON + HOUR - 1);
            assertThat(task.told()).isEmpty();
            task.advanceTo(NOON + HOUR);
            assertThat(task.told()).containsExactly("lists-sink " + (NOON + HOUR) + " null");
        }
    }

    private static ControlEvent pauseUntil(long until) {
        return new ControlEvent(
                "c",
                NOON,
                Optional.empty(),
                ControlType.PAUSE,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(until));
    }

    private static void hear(RestartableTask task, ChatTrace.Line line) {
        Message message = Message.of(line.id(), "sms", line.sender(), line.body(), line.at());
        task.hear(line.sender(), new GateInput.Arrival(message), line.at());
    }

    private static Message message(String id) {
        return Message.of(id, "sms", "s", "text " + id, NOON);
    }

    private static Candidate candidate(String id) {
        return new Candidate(message(id), Tier.NORMAL, 4, NOON, List.of(), List.of(), OptionalLong.empty());
    }
}
