package io.weirkeeper.core.limit;

/** Durations as they stand in policies: {@code 250ms 5s 1m 2h 1d}. */
public final class DurationText {
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

    private DurationText() {}

    /** The duration in the largest unit that divides it; {@code 90s} for a minute and a half. */
    public static String of(long millis) {
        int unit = 0;
        while (millis % MILLIS[unit] != 0 || (millis == 0 && unit < UNITS.length - 1)) {
            unit++;
        }
        return millis / MILLIS[unit] + UNITS[unit];
    }
}
