package io.weirkeeper.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages of a few senders at random times, often just within, at or beyond the quiet time of a second. */
record ChatTrace(List<Line> lines) {
    private static final long[] STEPS = {0, 1, 90, 400, 999, 1_000, 1_001, 2_500, 61_000};

    /**
     * One message.
     *
     * @param at epoch milliseconds
     */
    record Line(String id, String sender, String body, long at) {}

    static ChatTrace random(long seed, int length, long start) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        long at = start;
        for (int i = 0; i < length; i++) {
            at += STEPS[random.nextInt(STEPS.length)];
            String sender = "s" + random.nextInt(4);
            lines.add(new Line("m" + i, sender, "text " + random.nextInt(12), at));
        }
        return new ChatTrace(List.copyOf(lines));
    }

    long end() {
        return lines.get(lines.size() - 1).at();
    }
}
