package io.weirkeeper.streams.codec;

import io.weirkeeper.core.tally.Tally;

/** Counted verdicts: a bit for each outcome that occurred, and if any did, the minute and the counts. */
public final class TallyCodec extends StateCodec<Tally> {
    private static final int VERSION = 1;

    public TallyCodec() {
        super(VERSION);
    }

    @Override
    void write(Tally tally, ByteWriter out) {
        write(tally, 0, out);
    }

    @Override
    Tally read(ByteReader in, int writtenBy) {
        return read(0, in);
    }

    /** With the minute as a difference to a base. */
    static void write(Tally tally, long base, ByteWriter out) {
        out.number(tally.outcomes());
        if (!tally.isEmpty()) {
            out.signed(tally.minute() - base);
            for (int i = 0; i < tally.size(); i++) {
                out.number(tally.count(i));
            }
        }
    }

    static Tally read(long base, ByteReader in) {
        int outcomes = in.count();
        if (outcomes == 0) {
            return Tally.EMPTY;
        }
        long minute = base + in.signed();
        long[] counts = new long[Tally.size(outcomes)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.number();
            if (counts[i] < 0) {
                throw new ArithmeticException("negative count: " + counts[i]);
            }
        }
        return new Tally(minute, outcomes, counts);
    }
}
