package io.weirkeeper.streams.codec;

import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.limit.Rate;
import org.apache.kafka.common.errors.SerializationException;

/** One counter: a byte for its kind, then its figures. */
final class CounterCodec {
    private static final int LOG = 1;
    private static final int SLOTS = 2;
    private static final int BUCKET = 3;
    private static final int BURST = 4;

    private CounterCodec() {}

    static void write(Counter counter, long base, ByteWriter out) {
        if (counter instanceof Counter.Log log) {
            out.raw(LOG);
            writeAscending(log.at(), base, out);
        } else if (counter instanceof Counter.Slots slots) {
            out.raw(SLOTS).number(slots.window());
            writeAscending(slots.index(), 0, out);
            for (long count : slots.count()) {
                out.number(count);
            }
        } else if (counter instanceof Counter.Bucket bucket) {
            out.raw(BUCKET).signed(bucket.full() - base).number(bucket.fraction());
            out.number(bucket.rate().count()).number(bucket.rate().window());
        } else if (counter instanceof Counter.Burst burst) {
            out.raw(BURST).signed(burst.first() - base).number(burst.last() - burst.first());
            out.number(burst.messages());
        }
    }

    static Counter read(long base, ByteReader in) {
        int kind = in.raw();
        return switch (kind) {
            case LOG -> new Counter.Log(ascending(base, in));
            case SLOTS -> slots(in);
            case BUCKET -> {
                long full = base + in.signed();
                long fraction = in.number();
                yield new Counter.Bucket(full, fraction, new Rate(in.number(), in.number()));
            }
            case BURST -> {
                long first = base + in.signed();
                yield new Counter.Burst(first, first + in.number(), in.number());
            }
            default -> throw new SerializationException("unknown kind of counter: " + kind);
        };
    }

    private static Counter slots(ByteReader in) {
        long window = in.number();
        long[] index = ascending(0, in);
        long[] count = new long[index.length];
        for (int i = 0; i < count.length; i++) {
            count[i] = in.number();
        }
        return new Counter.Slots(window, index, count);
    }

    /** The first as a difference to the base, each further one to the one before it. */
    private static void writeAscending(long[] numbers, long base, ByteWriter out) {
        out.number(numbers.length);
        long before = base;
        for (int i = 0; i < numbers.length; i++) {
            if (i == 0) {
                out.signed(numbers[0] - before);
            } else {
                out.number(numbers[i] - before);
            }
            before = numbers[i];
        }
    }

    private static long[] ascending(long base, ByteReader in) {
        long[] numbers = new long[in.length()];
        long before = base;
        for (int i = 0; i < numbers.length; i++) {
            before += i == 0 ? in.signed() : in.number();
            numbers[i] = before;
        }
        return numbers;
    }
}
