package io.weirkeeper.core.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.OptionalLong;

/** Times as trials write them: of one day, or of a day after it, as in {@code 10:00:00.250} and {@code 2d 10:00:00}. */
public final class TrialTime {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long FIRST = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    private TrialTime() {}

    /** Epoch milliseconds. */
    public static long of(String text) {
        int days = text.indexOf("d ");
        long day = days < 0 ? 0 : Long.parseLong(text.substring(0, days));
        return FIRST
                + day * DAY
                + LocalTime.parse(text.substring(days < 0 ? 0 : days + 2)).toNanoOfDay() / 1_000_000;
    }

    /** The shortest text of a time. */
    public static String text(long millis) {
        long day = Math.floorDiv(millis - FIRST, DAY);
        LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(millis - FIRST, DAY) * 1_000_000);
        String seconds = time.getSecond() == 0 && time.getNano() == 0 ? ":00" : "";
        return (day == 0 ? "" : day + "d ") + time + seconds;
    }

    static String text(OptionalLong millis) {
        return millis.isPresent() ? text(millis.getAsLong()) : "never";
    }
}
