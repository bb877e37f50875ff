package io.weirkeeper.events.wire;

import java.util.OptionalLong;

/** Reads one time from its text, from left to right. Once something does not fit, the rest is read for nothing. */
final class IsoTimeReader {
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final String text;
    private int next;
    private boolean good = true;

    IsoTimeReader(String text) {
        this.text = text;
    }

    OptionalLong millis() {
        long year = year();
        skip('-');
        int month = number(2, 1, 12);
        skip('-');
        int day = number(2, 1, good ? daysIn(year, month) : 0);
        skip('T');
        int seconds = number(2, 0, 23) * 3600;
        skip(':');
        seconds += number(2, 0, 59) * 60;
        int millis = 0;
        if (at(':')) {
            skip(':');
            seconds += number(2, 0, 59);
            millis = at('.') ? fraction() : 0;
        }
        int offset = offset();
        if (!good || next != text.length()) {
            return OptionalLong.empty();
        }
        return joined(IsoTime.epochDay(year, month, day) * 86_400 + seconds - offset, millis);
    }

    /** Four digits; with a sign up to nine. */
    private long year() {
        if (!at('+') && !at('-')) {
            return number(4, 0, 9999);
        }
        int sign = at('-') ? -1 : 1;
        next++;
        int digits = 0;
        while (digits < 9 && isDigit(next + digits)) {
            digits++;
        }
        good = digits >= 4;
        return good ? (long) sign * number(digits, 0, 999_999_999) : 0;
    }

    private int fraction() {
        skip('.');
        good &= isDigit(next);
        int millis = 0;
        for (int unit = 100; isDigit(next); unit /= 10) {
            millis += unit * (text.charAt(next++) - '0');
        }
        return millis;
    }

    /** Seconds east of Greenwich. */
    private int offset() {
        if (at('Z')) {
            skip('Z');
            return 0;
        }
        int sign = at('-') ? -1 : 1;
        skip(sign < 0 ? '-' : '+');
        int minutes = number(2, 0, 18) * 60;
        if (good && next < text.length()) {
            if (at(':')) {
                skip(':');
            }
            minutes += number(2, 0, 59);
        }
        good &= minutes <= 18 * 60;
        return sign * minutes * 60;
    }

    private int number(int digits, int least, int most) {
        int number = 0;
        for (int i = 0; i < digits && good; i++) {
            good = isDigit(next);
            number = good ? number * 10 + text.charAt(next++) - '0' : least;
        }
        good &= number >= least && number <= most;
        return number;
    }

    private void skip(char wanted) {
        good &= at(wanted);
        next++;
    }

    private boolean at(char wanted) {
        return next < text.length()
                && (text.charAt(next) == wanted || text.charAt(next) == Character.toLowerCase(wanted));
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static int daysIn(long year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    /** The sum in milliseconds if a long holds it; the least long has seconds below that times 1,000 overflow. */
    private static OptionalLong joined(long seconds, int millis) {
        try {
            long joined = seconds < 0
                    ? Math.addExact(Math.multiplyExact(seconds + 1, 1_000L), millis - 1_000L)
                    : Math.addExact(Math.multiplyExact(seconds, 1_000L), millis);
            return OptionalLong.of(joined);
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
