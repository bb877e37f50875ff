package io.weirkeeper.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, the topology and the core agree on it. A failure names its seed. */
class RandomTracesTest {
    /** Of a build: always the same, so that it does not fail by chance. -Dseed=N tries another. */
    private static final long SEED = 20_261_120;

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant EARLIEST = START.minus(Duration.ofHours(1));
    private static final List<String> SENDERS = List.of("+15550100", "+15550101", "+15550110", "+15550111");
    private static final List<String> BODIES = List.of(
            "", "ok", " OK", "STATUS", "/status now", "REBOOT", "LAPOR mati", "GANTI_NAMA_WIFI a", "one", "two");
    private static final List<String> WORDS =
            List.of("block", "unblock", "trust", "untrust", "register", "register", "unregister", "pardon", "forget");

    /** Within windows and across them. */
    private static final List<Long> STEPS = List.of(0L, 0L, 1L, 100L, 500L, 1_000L, 2_000L, 9_999L, 60_000L, 600_000L);

    /** Now and then, across the slots of the stores; not often, because each makes them begin files. */
    private static final List<Long> LEAPS = List.of(3_599_999L, 86_400_000L, 172_800_000L);

    /** Late, but not so late that the bounds of time would differ from topic to topic. */
    private static final List<Long> LATENESS = List.of(1L, 500L, 30_000L, 1_799_999L);

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theTopologyAgreesWithTheCoreOnRandomTraces(Scenario scenario) {
        long seed = Long.getLong("seed", SEED);
        String trace = String.join("\n", trace(new Random(seed)));
        // The wall clock of the topology starts before the first line, which may be late: in the core that line is the
        // present.
        try (TopologyRun run = new TopologyRun(scenario.policy(), EARLIEST.toEpochMilli())) {
            TraceLine.of(trace).forEach(run::take);

            Lines.assertSame(
                    "policy of " + scenario + ", seed " + seed,
                    CoreRun.verdicts(scenario.policy(), trace).lines().toList(),
                    run.verdicts());
            run.assertThatTheAuditTrailMatchesTheVerdicts();
            run.assertThatNothingIsLeft();
        }
    }

    private static List<String> trace(Random random) {
        List<String> lines = new ArrayList<>();
        long latest = START.toEpochMilli();
        for (int i = 0; i < 60; i++) {
            latest += one(random.nextInt(30) == 0 ? LEAPS : STEPS, random);
            String at = Instant.ofEpochMilli(random.nextInt(20) == 0 ? latest - one(LATENESS, random) : latest)
                    .toString();
            String sender = one(SENDERS, random);
            lines.add(
                    random.nextInt(15) == 0
                            ? "{\"at\":\"%s\",\"control\":%s}".formatted(at, Json.control(one(WORDS, random), sender))
                            : message(random.nextInt(12) == 0 ? random.nextInt(i + 1) : i, sender, at, random));
        }
        return lines;
    }

    private static String message(int id, String sender, String at, Random random) {
        return "{\"id\":\"%d\",\"sender\":\"%s\",\"recipient\":\"%s\",\"body\":\"%s\",\"sentAt\":\"%s\"}"
                .formatted(id, sender, one(SENDERS, random), one(BODIES, random), at);
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
