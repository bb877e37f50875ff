package io.weirkeeper.streams.codec;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Counters;
import io.weirkeeper.core.gate.Remembered;

/** The packed record of what a subject did lately; times are differences to the latest one. */
public final class ActivityCodec extends StateCodec<Activity> {
    private static final int VERSION = 1;

    public ActivityCodec() {
        super(VERSION);
    }

    @Override
    void write(Activity activity, ByteWriter out) {
        long time = activity.time();
        out.number(time).optionalTime(activity.noticeAt(), time);
        out.number(activity.counters().size());
        for (Counters.Entry entry : activity.counters().entries()) {
            out.fixed(entry.key()).signed(entry.idleAt() - time);
            CounterCodec.write(entry.counter(), time, out);
        }
        write(activity.texts(), time, out);
        write(activity.ids(), time, out);
    }

    private static void write(Remembered remembered, long time, ByteWriter out) {
        out.number(remembered.size());
        for (int i = 0; i < remembered.size(); i++) {
            out.fixed(remembered.fingerprint(i)).signed(time - remembered.time(i));
        }
    }

    @Override
    Activity read(ByteReader in, int writtenBy) {
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
        return new Activity(time, new Counters(entries), texts, remembered(time, in), noticeAt);
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
