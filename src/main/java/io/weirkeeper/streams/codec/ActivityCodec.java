package io.weirkeeper.streams.codec;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Counters;
import io.weirkeeper.core.gate.Remembered;
import io.weirkeeper.core.tally.Tally;

/**
 * The packed record of what a subject did lately and what was decided of it; times are differences to the latest one. Version 1 had no
 * tally.
 */
public final class ActivityCodec extends StateCodec<Remembrance> {
    private static final int VERSION = 2;
    private static final int FIRST_WITH_TALLY = 2;
    private static final long MINUTE = 60_000;

    public ActivityCodec() {
        super(VERSION);
    }

    @Override
    void write(Remembrance remembrance, ByteWriter out) {
        Activity activity = remembrance.activity();
        long time = activity.time();
        out.number(time).optionalTime(activity.noticeAt(), time);
        out.number(activity.counters().size());
        for (Counters.Entry entry : activity.counters().entries()) {
            out.fixed(entry.key()).signed(entry.idleAt() - time);
            CounterCodec.write(entry.counter(), time, out);
        }
        write(activity.texts(), time, out);
        write(activity.ids(), time, out);
        TallyCodec.write(remembrance.tally(), Math.floorDiv(time, MINUTE), out);
    }

    private static void write(Remembered remembered, long time, ByteWriter out) {
        out.number(remembered.size());
        for (int i = 0; i < remembered.size(); i++) {
            out.fixed(remembered.fingerprint(i)).signed(time - remembered.time(i));
        }
    }

    @Override
    Remembrance read(ByteReader in, int writtenBy) {
        long time = in.number();
        var noticeAt = in.optionalTime(time);
        int size = in.length();
        Counters.Entry[] entries = new Counters.Entry[size];
        for (int i = 0; i < size; i++) {
            long key = in.fixed();
            long idleAt = time + in.signed();
            entries[i] = new Counters.Entry(key, CounterCodec.read(time, in), idleAt);
        }
        Remembered texts = remembered(time, in);
        Activity activity = new Activity(time, new Counters(entries), texts, remembered(time, in), noticeAt);
        Tally tally = writtenBy < FIRST_WITH_TALLY ? Tally.EMPTY : TallyCodec.read(Math.floorDiv(time, MINUTE), in);
        return new Remembrance(activity, tally);
    }

    private static Remembered remembered(long time, ByteReader in) {
        long[] entries = new long[2 * in.length()];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = in.fixed();
            entries[i + 1] = time - in.signed();
        }
        return entries.length == 0 ? Remembered.NOTHING : new Remembered(entries);
    }
}
