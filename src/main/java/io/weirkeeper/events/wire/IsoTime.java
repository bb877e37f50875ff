package io.weirkeeper.events.wire;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Times as text, ISO 8601. Written here because every message is read with one of them and written with up to four:
 * java.time's formatter takes three times as long, its parser nine times. The calendar is the proleptic Gregorian one;
 * the arithmetic is Howard Hinnant's "chrono-compatible low-level date algorithms", with years that begin in March.
 */
public final class IsoTime {
    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final int DAYS_PER_ERA = 146_097; // 400 years
    private static final int EPOCH_FROM_MARCH_0000 = 719_468; // days

    private IsoTime() {}

    /**
     * The time in UTC with exactly millisecond precision, such as 2026-11-20T10:00:00.000Z. Years outside of 0 to 9999
     * have a sign, and five digits or more above 9999, as in java.time.
     *
     * @param millis epoch milliseconds, any value
     */
    public static String format(long millis) {
        long fromMarch0 = Math.floorDiv(millis, DAY) + EPOCH_FROM_MARCH_0000;
        int ofDay = (int) Math.floorMod(millis, DAY);
        long era = Math.floorDiv(fromMarch0, DAYS_PER_ERA);
        int dayOfEra = (int) Math.floorMod(fromMarch0, DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);

        String sign = year < 0 ? "-" : year > 9999 ? "+" : "";
        int digits = year >= -9999 && year <= 9999
                ? 4
                : Long.toString(Math.abs(year)).length();
        byte[] text = new byte[sign.length() + digits + "-MM-DDThh:mm:ss.SSSZ".length()];
        if (!sign.isEmpty()) {
            text[0] = (byte) sign.charAt(0);
        }
        int at = put(text, sign.length(), digits, (int) Math.abs(year), '-');
        at = put(text, at, 2, month, '-');
        at = put(text, at, 2, dayOfYear - (153 * marchMonth + 2) / 5 + 1, 'T');
        at = put(text, at, 2, ofDay / 3_600_000, ':');
        at = put(text, at, 2, ofDay / 60_000 % 60, ':');
        at = put(text, at, 2, ofDay / 1_000 % 60, '.');
        put(text, at, 3, ofDay % 1_000, 'Z');
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads a date and time with Z or an offset: what {@link #format} writes, seconds and fraction may be left out,
     * offsets are +07:00, +0700 or +07. What is finer than a millisecond is cut off.
     *
     * @return epoch milliseconds; empty if the text is no such time or lies outside of what a long holds
     */
    public static OptionalLong parse(String text) {
        return new IsoTimeReader(text).millis();
    }

    /** Days from the epoch to a day that exists. */
    static long epochDay(long year, int month, int day) {
        long marchYear = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(marchYear, 400);
        int yearOfEra = (int) Math.floorMod(marchYear, 400);
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_PER_ERA + dayOfEra - EPOCH_FROM_MARCH_0000;
    }

    private static int put(byte[] text, int at, int digits, int number, char after) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + digits] = (byte) after;
        return at + digits + 1;
    }
}
