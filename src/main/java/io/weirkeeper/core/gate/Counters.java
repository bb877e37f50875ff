package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The counters of one subject, those that may be dropped for want of room first: of sub-keys, which a sender may choose, before
 * those of the subject itself, and then those counted least recently. Immutable.
 *
 * @param entries at most one for each key; an array, because it is made anew for every message
 */
public record Counters(Entry[] entries) {

    public static final Counters NONE = new Counters(new Entry[0]);

    /**
     * One counter.
     *
     * @param key the fingerprint of the limit's id and of what it counts by besides the subject
     * @param idleAt from when on it is as good as empty, epoch milliseconds
     */
    public record Entry(long key, Counter counter, long idleAt) {}

    public static Counters of(Entry... entries) {
        return new Counters(entries.clone());
    }

    public int size() {
        return entries.length;
    }

    public Entry entry(int i) {
        return entries[i];
    }

    /** The counter under a key, or what there is without one. */
    Counter get(long key, Counter otherwise) {
        int i = indexOf(key, entries, entries.length);
        return i < 0 ? otherwise : entries[i].counter();
    }

    /** Where a key is among the first so many entries; negative if it is not. */
    static int indexOf(long key, Entry[] entries, int size) {
        for (int i = 0; i < size; i++) {
            if (entries[i].key() == key) {
                return i;
            }
        }
        return -1;
    }

    /**
     * With these counters as the latest, without those that are idle at that time.
     *
     * @param counted those of sub-keys first; they must not be changed any more
     * @param ofSubject which keys are those of limits by nothing but the subject
     */
    Counters with(Entry[] counted, long at, LongPredicate ofSubject) {
        int kept = 0;
        for (Entry entry : entries) {
            kept += keeps(entry, counted, at) ? 1 : 0;
        }
        if (kept == 0) {
            return new Counters(counted);
        }
        Entry[] next = new Entry[kept + counted.length];
        int ofSubKeys = addSection(false, ofSubject, counted, at, next, 0);
        addSection(true, ofSubject, counted, at, next, ofSubKeys);
        return new Counters(next);
    }

    /** Adds what was kept, then what was counted; gives where the next section begins. */
    private int addSection(boolean wanted, LongPredicate ofSubject, Entry[] counted, long at, Entry[] next, int from) {
        int to = from;
        for (Entry entry : entries) {
            if (ofSubject.test(entry.key()) == wanted && keeps(entry, counted, at)) {
                next[to++] = entry;
            }
        }
        for (Entry entry : counted) {
            if (ofSubject.test(entry.key()) == wanted) {
                next[to++] = entry;
            }
        }
        return to;
    }

    private static boolean keeps(Entry entry, Entry[] counted, long at) {
        return at < entry.idleAt() && indexOf(entry.key(), counted, counted.length) < 0;
    }

    /** Without so many of those that may be dropped first. */
    Counters without(int dropped) {
        return dropped == 0 ? this : new Counters(Arrays.copyOfRange(entries, dropped, entries.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counters counters && Arrays.equals(entries, counters.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return Arrays.toString(entries);
    }
}
