package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages get the same verdicts, to the millisecond, whether they are judged when they come or a day later. */
class BacklogTest {
    private static final long NOON = 1_772_452_800_000L; // 2026-03-02T12:00:00Z
    private static final long DAY = 86_400_000;
    private static final int SEEDS = 3;
    private static final List<String> BURSTS = List.of(
            "debounce: {quiet: 1s}",
            "debounce: {quiet: 1s, keep: merge}",
            "debounce: {quiet: 1s, maxWait: 2s, maxMessages: 4, keep: merge}");

    static final String OTHER_RULES = """
            duplicates: {window: 5s}
            limits: [{id: sender, per: [sender], allow: 3 per 10s, strikes: 1}]
            penalties: {ladder: [{at: 2, do: timeout, for: 20s}]}
            notices: {language: en}
            """;

    static Stream<Arguments> traces() {
        return BURSTS.stream()
                .flatMap(burst -> Stream.iterate(1L, seed -> seed <= SEEDS, seed -> seed + 1)
                        .map(seed -> Arguments.of(burst, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("traces")
    void isJudgedAsIfItHadBeenLive(String burst, long seed) {
        Policy policy = PolicyText.valid(burst + "\n" + OTHER_RULES);
        ChatTrace trace = ChatTrace.random(seed, 120, NOON);

        List<String> live = live(policy, trace);
        assertThat(live).hasSize(120);
        assertThat(backlog(policy, trace, new Random(seed))).isEqualTo(live);
    }

    private static List<String> live(Policy policy, ChatTrace trace) {
        try (DrivenGate gate = new DrivenGate(policy, NOON)) {
            for (ChatTrace.Line line : trace.lines()) {
                gate.message(line.sender(), json(line), line.at());
            }
            gate.advanceTo(trace.end() + 60_000);
            return verdicts(gate);
        }
    }

    /** The wall clock runs on between the records, as it does while a broker is slow. */
    private static List<String> backlog(Policy policy, ChatTrace trace, Random random) {
        long wallClock = trace.end() + DAY;
        try (DrivenGate gate = new DrivenGate(policy, wallClock)) {
            for (ChatTrace.Line line : trace.lines()) {
                wallClock += random.nextInt(20_000);
                gate.advanceTo(wallClock);
                gate.send(TOPICS.inboundMessages(), line.sender(), json(line), line.at());
            }
            gate.advanceTo(wallClock + GateClock.IDLE + 60_000);
            return verdicts(gate);
        }
    }

    private static String json(ChatTrace.Line line) {
        return Json.message(line.id(), line.sender(), line.body());
    }

    private static List<String> verdicts(DrivenGate gate) {
        List<String> lines = new ArrayList<>();
        for (String topic : TOPICS.verdicts()) {
            gate.read(topic).forEach(record -> lines.add(record.timestamp() + " " + Utils.utf8(record.value())));
        }
        return lines;
    }
}
