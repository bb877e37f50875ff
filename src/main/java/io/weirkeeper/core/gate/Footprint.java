package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;

/**
 * An upper bound for the bytes that a subject's record takes when differences are written as variable-length integers of
 * seven bits a byte. Here and not in the codec, so that what is dropped does not depend on where the state is kept.
 */
final class Footprint {
    /** Version, time, time of the last notice, and the lengths of the three lists. */
    private static final int FRAME = 32;

    /** A fingerprint, and the difference to another time, up to the year 9999. */
    private static final int REMEMBERED = 8 + 7;

    /** Key, kind, time of idleness, length. */
    private static final int ENTRY = 8 + 1 + 7 + 3;

    private static final int LONGEST_VARINT = 10;

    private Footprint() {}

    static int of(Counters counters, Remembered texts, Remembered ids) {
        int bytes = FRAME + REMEMBERED * (texts.size() + ids.size());
        for (int i = 0; i < counters.size(); i++) {
            bytes += of(counters.entry(i));
        }
        return bytes;
    }

    static int of(Counters.Entry entry) {
        return ENTRY + of(entry.counter());
    }

    private static int of(Counter counter) {
        if (counter instanceof Counter.Log log) {
            return ofDifferences(log.at());
        } else if (counter instanceof Counter.Slots slots) {
            return LONGEST_VARINT + ofDifferences(slots.index()) + ofEach(slots.count());
        }
        return 4 * LONGEST_VARINT;
    }

    private static int ofDifferences(long[] ascending) {
        int bytes = LONGEST_VARINT;
        for (int i = 1; i < ascending.length; i++) {
            bytes += varint(ascending[i] - ascending[i - 1]);
        }
        return bytes;
    }

    private static int ofEach(long[] numbers) {
        int bytes = 0;
        for (long number : numbers) {
            bytes += varint(number);
        }
        return bytes;
    }

    private static int varint(long number) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 6) / 7);
    }
}
