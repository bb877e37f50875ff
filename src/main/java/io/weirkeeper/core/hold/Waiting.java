package io.weirkeeper.core.hold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All messages that wait under one key of a gate. Immutable.
 *
 * @param held in order of arrival
 */
public record Waiting(List<Held> held) {

    public static final Waiting NONE = new Waiting(List.of());

    /** Who goes first: by rank, then by arrival. */
    private static final Comparator<Held> TURN = Comparator.<Held>comparingInt(
                    waiting -> -waiting.candidate().rank())
            .thenComparingLong(Held::order);

    public Waiting {
        held = List.copyOf(held);
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }

    /** The messages of a burst, in order of arrival. */
    public List<Held> burst(long key) {
        return held.stream()
                .filter(waiting -> waiting.stage() instanceof Held.InBurst burst && burst.key() == key)
                .toList();
    }

    /** The message that came last in each burst. */
    public List<Held> lastOfBursts() {
        List<Held> last = new ArrayList<>();
        for (Held waiting : held) {
            if (waiting.stage() instanceof Held.InBurst burst) {
                last.removeIf(other -> other.stage() instanceof Held.InBurst before && before.key() == burst.key());
                last.add(waiting);
            }
        }
        return last;
    }

    public long queued() {
        return held.stream().filter(Waiting::isQueued).count();
    }

    /** The queued messages in order of their turn. */
    public List<Held> queue() {
        return held.stream().filter(Waiting::isQueued).sorted(TURN).toList();
    }

    /** The queued message whose turn is next. */
    public Optional<Held> first() {
        return held.stream().filter(Waiting::isQueued).min(TURN);
    }

    /** The queued message that has to go when there are too many. */
    public Optional<Held> leastUrgent() {
        return held.stream().filter(Waiting::isQueued).max(TURN);
    }

    /** The queued message that has waited longest. */
    public Optional<Held> oldest() {
        return held.stream()
                .filter(Waiting::isQueued)
                .min(Comparator.comparingLong(Held::since).thenComparingLong(Held::order));
    }

    /** With one more message, the last in order of arrival. */
    public Waiting with(Held waiting) {
        List<Held> next = new ArrayList<>(held);
        next.add(waiting);
        return new Waiting(next);
    }

    public Waiting without(Collection<Held> gone) {
        Set<Long> orders = gone.stream().map(Held::order).collect(Collectors.toSet());
        return new Waiting(held.stream()
                .filter(waiting -> !orders.contains(waiting.order()))
                .toList());
    }

    private static boolean isQueued(Held waiting) {
        return waiting.stage() instanceof Held.InQueue;
    }
}
