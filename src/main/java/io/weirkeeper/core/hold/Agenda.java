package io.weirkeeper.core.hold;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * When which key has to be looked at again: one index for all messages that wait at the gates of a task, so that waiting costs
 * nothing. Belongs to one thread.
 *
 * @param <K> what names a key of a gate
 */
public final class Agenda<K> {
    private final Dates bursts = new Dates(Kind.BURST);
    private final Dates queues = new Dates(Kind.QUEUE);
    private long entries;

    /** What is due. */
    public enum Kind {
        /** By the clock of the gate. */
        BURST,
        /** By the present. */
        QUEUE
    }

    /**
     * Something that is due.
     *
     * @param time epoch milliseconds
     * @param order what was entered first goes first
     */
    public record Entry<K>(Kind kind, K key, long time, long order) {}

    /** From now on this is when the key is to be looked at. */
    public void set(K key, Due due) {
        bursts.set(key, due.burst());
        queues.set(key, due.queue());
    }

    /** The first of what is due at or before these times: bursts by the clock, queues by the present. */
    public Optional<Entry<K>> next(long clock, long present) {
        Optional<Entry<K>> burst = bursts.first(clock);
        Optional<Entry<K>> queue = queues.first(present);
        if (burst.isPresent() && queue.isPresent()) {
            return bursts.byTime.comparator().compare(burst.get(), queue.get()) <= 0 ? burst : queue;
        }
        return burst.or(() -> queue);
    }

    /** Whether anything waits under a key. */
    public boolean has(K key) {
        return bursts.byKey.containsKey(key) || queues.byKey.containsKey(key);
    }

    public boolean isEmpty() {
        return bursts.byKey.isEmpty() && queues.byKey.isEmpty();
    }

    private final class Dates {
        private final Kind kind;
        private final Map<K, Entry<K>> byKey = new HashMap<>();
        private final TreeSet<Entry<K>> byTime =
                new TreeSet<>(Comparator.<Entry<K>>comparingLong(Entry::time).thenComparingLong(Entry::order));

        private Dates(Kind kind) {
            this.kind = kind;
        }

        private void set(K key, OptionalLong time) {
            Optional.ofNullable(byKey.remove(key)).ifPresent(byTime::remove);
            if (time.isPresent()) {
                Entry<K> entry = new Entry<>(kind, key, time.getAsLong(), entries++);
                byKey.put(key, entry);
                byTime.add(entry);
            }
        }

        private Optional<Entry<K>> first(long until) {
            return byTime.isEmpty() || byTime.first().time() > until ? Optional.empty() : Optional.of(byTime.first());
        }
    }
}
