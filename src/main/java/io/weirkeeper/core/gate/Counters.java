package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The counters of one subject, those that may be dropped for want of room first: of sub-keys, which a sender may choose, before
 * those of the subject itself, and then those counted least recently. Immutable.
 *
 * @param entries at most one for each key
 */
public record Counters(List<Entry> entries) {

    public static final Counters NONE = new Counters(List.of());

    /**
     * One counter.
     *
     * @param key the fingerprint of the limit's id and of what it counts by besides the subject
     * @param idleAt from when on it is as good as empty, epoch milliseconds
     */
    public record Entry(long key, Counter counter, long idleAt) {}

    /** The counter under a key, or what there is without one. */
    Counter get(long key, Counter otherwise) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key() == key) {
                return entries.get(i).counter();
            }
        }
        return otherwise;
    }

    /**
     * With these counters as the latest, without those that are idle at that time.
     *
     * @param counted those of sub-keys first
     * @param ofSubject which keys are those of limits by nothing but the subject
     */
    Counters with(List<Entry> counted, long at, LongPredicate ofSubject) {
        int kept = 0;
        for (int i = 0; i < entries.size(); i++) {
            kept += keeps(entries.get(i), counted, at) ? 1 : 0;
        }
        if (kept == 0) {
            return new Counters(counted);
        }
        List<Entry> next = new ArrayList<>(kept + counted.size());
        addSection(false, ofSubject, counted, at, next);
        addSection(true, ofSubject, counted, at, next);
        return new Counters(next);
    }

    private void addSection(boolean wanted, LongPredicate ofSubject, List<Entry> counted, long at, List<Entry> next) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (ofSubject.test(entry.key()) == wanted && keeps(entry, counted, at)) {
                next.add(entry);
            }
        }
        for (int i = 0; i < counted.size(); i++) {
            if (ofSubject.test(counted.get(i).key()) == wanted) {
                next.add(counted.get(i));
            }
        }
    }

    private static boolean keeps(Entry entry, List<Entry> counted, long at) {
        return at < entry.idleAt() && !contains(counted, entry.key());
    }

    /** Without so many of those that may be dropped first. */
    Counters without(int dropped) {
        return dropped == 0 ? this : new Counters(List.copyOf(entries.subList(dropped, entries.size())));
    }

    private static boolean contains(List<Entry> entries, long key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key() == key) {
                return true;
            }
        }
        return false;
    }
}
