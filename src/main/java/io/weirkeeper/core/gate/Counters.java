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
     * @param ofSubject which keys are those of limits by nothing but the subject
     */
    Counters with(List<Entry> counted, long at, LongPredicate ofSubject) {
        List<Entry> next = new ArrayList<>(entries.size() + counted.size());
        List<Entry> last = new ArrayList<>(counted.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (at < entry.idleAt() && !contains(counted, entry.key())) {
                (ofSubject.test(entry.key()) ? last : next).add(entry);
            }
        }
        for (int i = 0; i < counted.size(); i++) {
            (ofSubject.test(counted.get(i).key()) ? last : next).add(counted.get(i));
        }
        next.addAll(last);
        return new Counters(next);
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
