package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;
import java.util.ArrayList;
import java.util.List;

/**
 * The counters of one subject, those counted least recently first. Immutable.
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

    /** With these counters as the latest, without those that are idle at that time. */
    Counters with(List<Entry> counted, long at) {
        List<Entry> next = new ArrayList<>(entries.size() + counted.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (at < entry.idleAt() && !contains(counted, entry.key())) {
                next.add(entry);
            }
        }
        next.addAll(counted);
        return new Counters(next);
    }

    /** Without the counter that was counted least recently. */
    Counters withoutOldest() {
        return new Counters(entries.subList(1, entries.size()));
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
