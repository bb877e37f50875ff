package io.weirkeeper.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws messages of few senders, and words of operators. */
final class RandomTrace {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant EARLIEST = START.minus(Duration.ofHours(1));

    private static final List<String> SENDERS = List.of("+15550100", "+15550101", "+15550110", "+15550111");
    private static final List<String> BODIES = List.of(
            "", "ok", " OK", "STATUS", "/status now", "REBOOT", "LAPOR mati", "GANTI_NAMA_WIFI a", "one", "two");
    private static final List<String> WORDS =
            List.of("block", "unblock", "trust", "untrust", "register", "register", "unregister", "pardon", "forget");

    /** Within windows and across them. */
    private static final List<Long> STEPS = List.of(0L, 0L, 1L, 100L, 500L, 1_000L, 2_000L, 9_999L, 60_000L, 600_000L);

    /** The gates tick every 50 ms: wider gates judge messages that wait by the clock of the wall, and see it then. */
    private static final List<Long> TICKS = List.of(0L, 0L, 50L, 100L, 500L, 1_000L, 2_000L, 9_950L, 60_000L, 600_000L);

    private static final List<Long> SHORT_STEPS = List.of(0L, 0L, 50L, 100L, 450L, 500L, 1_000L, 2_000L, 5_000L);

    /** Now and then, across the slots of the stores; not often, because each makes them begin files. */
    private static final List<Long> LEAPS = List.of(3_599_999L, 86_400_000L, 172_800_000L);

    private static final List<Long> LEAPS_OF_TICKS = List.of(3_599_950L, 86_400_000L, 172_800_000L);
    private static final List<Long> SHORT_LEAPS = List.of(20_000L, 70_000L);

    /** Late, but not so late that the bounds of time would differ from topic to topic. */
    private static final List<Long> LATENESS = List.of(1L, 500L, 30_000L, 1_799_999L);

    /** Late, but not so late that a burst is over when it begins: the core ends that at once, the gate at its next tick. */
    private static final List<Long> SHORT_LATENESS = List.of(50L, 500L, 950L);

    private final Random random;
    private final List<Long> steps;
    private final List<Long> leaps;
    private final List<Long> lateness;
    private final boolean pauses;

    private RandomTrace(Random random, List<Long> steps, List<Long> leaps, List<Long> lateness, boolean pauses) {
        this.random = random;
        this.steps = steps;
        this.leaps = leaps;
        this.lateness = lateness;
        this.pauses = pauses;
    }

    /** Over hours and days. */
    static List<String> ofAnyTimes(Random random) {
        return new RandomTrace(random, STEPS, LEAPS, LATENESS, false).lines(60);
    }

    /** Over hours and days, each line at a tick of the gates. */
    static List<String> ofTicks(Random random) {
        return new RandomTrace(random, TICKS, LEAPS_OF_TICKS, SHORT_LATENESS, false).lines(60);
    }

    /** Within a few minutes, at ticks of the gates. */
    static List<String> inQuickSuccession(Random random, boolean pauses) {
        return new RandomTrace(random, SHORT_STEPS, SHORT_LEAPS, SHORT_LATENESS, pauses).lines(80);
    }

    private List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        long latest = START.toEpochMilli();
        for (int i = 0; i < count; i++) {
            latest += one(random.nextInt(30) == 0 ? leaps : steps);
            String at = Instant.ofEpochMilli(random.nextInt(20) == 0 ? latest - one(lateness) : latest)
                    .toString();
            lines.add(
                    random.nextInt(15) == 0
                            ? control(at)
                            : message(random.nextInt(12) == 0 ? random.nextInt(i + 1) : i, at));
        }
        return lines;
    }

    private String control(String at) {
        String word = pauses && random.nextInt(3) == 0
                ? "{\"type\":\"%s\"}".formatted(one(List.of("pause", "resume", "resume")))
                : Json.control(one(WORDS), one(SENDERS));
        return "{\"at\":\"%s\",\"control\":%s}".formatted(at, word);
    }

    private String message(int id, String at) {
        String optional = random.nextInt(3) == 0 ? "" : ",\"conversation\":\"%s\"".formatted(one(List.of("x", "y")));
        optional += random.nextInt(3) == 0 ? "" : ",\"user\":\"%s\"".formatted(one(List.of("ana", "ben")));
        optional += random.nextInt(4) == 0 ? ",\"priority\":" + random.nextInt(10) : "";
        return "{\"id\":\"%d\",\"sender\":\"%s\",\"recipient\":\"%s\",\"body\":\"%s\",\"sentAt\":\"%s\"%s}"
                .formatted(id, one(SENDERS), one(SENDERS), one(BODIES), at, optional);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
