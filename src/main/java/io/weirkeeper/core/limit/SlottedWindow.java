package io.weirkeeper.core.limit;

import java.util.Arrays;

/**
 * Sliding window for large N: messages are counted in slots of window / 64, aligned to the epoch. A slot counts until
 * its last instant has left the window, so never more than N are accepted in any window, and a message may be refused up
 * to a 64th of the window earlier than an exact log would.
 */
record SlottedWindow(Rate rate) implements Limiter {
    private static final int SLOTS = 64;

    /** The number of the slot that a time belongs to. */
    static long slotOf(long at, long window) {
        return Math.floorDiv(at * SLOTS, window);
    }

    /** The last millisecond of a slot. Slots of a window that 64 does not divide differ by a millisecond. */
    static long lastInstant(long slot, long window) {
        return -Math.floorDiv(-(slot + 1) * window, SLOTS) - 1;
    }

    @Override
    public Counter empty() {
        return new Counter.Slots(rate.window(), new long[0], new long[0]);
    }

    @Override
    public long freeAt(Counter counter, long at) {
        Counter.Slots slots = slots(counter, at);
        long used = total(slots);
        long free = at;
        for (int i = 0; used >= rate.count(); i++) {
            free = Math.max(free, lastInstant(slots.index()[i], rate.window()) + rate.window());
            used -= slots.count()[i];
        }
        return free;
    }

    @Override
    public Counter count(Counter counter, long at) {
        return add(slots(counter, at), at, 1);
    }

    @Override
    public long left(Counter counter, long at) {
        return Math.max(0, rate.count() - total(slots(counter, at)));
    }

    @Override
    public long idleAt(Counter counter) {
        long[] index = adopt(counter).index();
        return index.length == 0 ? 0 : lastInstant(index[index.length - 1], rate.window()) + rate.window();
    }

    /** The slots that still count at that time. */
    private Counter.Slots slots(Counter counter, long at) {
        Counter.Slots slots = adopt(counter);
        int from = 0;
        int to = slots.index().length;
        while (from < to && lastInstant(slots.index()[from], rate.window()) <= at - rate.window()) {
            from++;
        }
        return from == 0
                ? slots
                : new Counter.Slots(
                        rate.window(),
                        Arrays.copyOfRange(slots.index(), from, to),
                        Arrays.copyOfRange(slots.count(), from, to));
    }

    /** All that was counted, also what is old beside the latest: times taken from slots may lie ahead of the present. */
    private Counter.Slots adopt(Counter counter) {
        if (counter instanceof Counter.Slots slots && slots.window() == rate.window()) {
            return slots;
        }
        Counter.Slots adopted = (Counter.Slots) empty();
        for (Counter.Counted counted : counter.counted()) {
            adopted = add(adopted, counted.at(), counted.messages());
        }
        return adopted;
    }

    private static Counter.Slots add(Counter.Slots slots, long at, long messages) {
        long slot = slotOf(at, slots.window());
        int length = slots.index().length;
        boolean sameSlot = length > 0 && slots.index()[length - 1] >= slot;
        int last = sameSlot ? length - 1 : length;
        long[] index = sameSlot ? slots.index() : Arrays.copyOf(slots.index(), length + 1);
        long[] count = Arrays.copyOf(slots.count(), last + 1);
        if (!sameSlot) {
            index[last] = slot;
        }
        count[last] += messages;
        return new Counter.Slots(slots.window(), index, count);
    }

    private static long total(Counter.Slots slots) {
        long total = 0;
        for (long n : slots.count()) {
            total += n;
        }
        return total;
    }
}
