package io.weirkeeper.core.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a limiter remembers of one key: an immutable value. */
public sealed interface Counter permits Counter.Log, Counter.Slots, Counter.Bucket, Counter.Burst {

    /**
     * What was counted and when, oldest first: how a count passes to another algorithm or another rate. Independent of the
     * present, so that a refusal after such a change still names a tight time.
     */
    List<Counted> counted();

    /** A time at or before which all was counted, epoch milliseconds; 0 if that is not known. */
    default long latest() {
        return 0;
    }

    /** So many messages at one time (epoch milliseconds). */
    record Counted(long at, long messages) {}

    /**
     * The time of each counted message.
     *
     * @param at epoch milliseconds, ascending
     */
    record Log(long[] at) implements Counter {
        @Override
        public List<Counted> counted() {
            return Arrays.stream(at).mapToObj(time -> new Counted(time, 1)).toList();
        }

        @Override
        public long latest() {
            return at.length == 0 ? 0 : at[at.length - 1];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Log log && Arrays.equals(at, log.at);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(at);
        }

        @Override
        public String toString() {
            return "Log" + Arrays.toString(at);
        }
    }

    /**
     * Messages counted in slots of a 64th of the window, aligned to the epoch.
     *
     * @param window the window of which the slots are a 64th, in milliseconds
     * @param index numbers of the slots that are not empty, ascending
     * @param count messages in each of them
     */
    record Slots(long window, long[] index, long[] count) implements Counter {
        @Override
        public List<Counted> counted() {
            List<Counted> counted = new ArrayList<>(index.length);
            for (int i = 0; i < index.length; i++) {
                counted.add(new Counted(SlottedWindow.lastInstant(index[i], window), count[i]));
            }
            return counted;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Slots slots
                    && window == slots.window
                    && Arrays.equals(index, slots.index)
                    && Arrays.equals(count, slots.count);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(index) * 31 + Arrays.hashCode(count);
        }

        @Override
        public String toString() {
            return "Slots" + Arrays.toString(index) + Arrays.toString(count);
        }
    }

    /**
     * The time at which a token bucket is full again, in GCRA the theoretical arrival time. Exact to a fraction of a
     * millisecond, because the interval between two tokens is window / N.
     *
     * @param full epoch milliseconds, the whole part
     * @param fraction the rest, in Nths of a millisecond, 0 to N - 1
     * @param rate the rate whose N that is
     */
    record Bucket(long full, long fraction, Rate rate) implements Counter {
        private static final long SINGLY = 256;

        public Bucket {
            if (fraction < 0 || fraction >= rate.count()) {
                throw new IllegalArgumentException("fraction must be below " + rate.count() + ", not " + fraction);
            }
        }

        /**
         * The k-th last token is back k intervals before the bucket is full, and a sliding window gives back a window after it
         * counted: hence the times. Large buckets answer in groups.
         */
        @Override
        public List<Counted> counted() {
            long group = (rate.count() + SINGLY - 1) / SINGLY;
            List<Counted> counted = new ArrayList<>();
            for (long k = (rate.count() - 1) / group * group; k >= 0; k -= group) {
                counted.add(new Counted(full - rate.window() - k * rate.window() / rate.count(), group));
            }
            return counted;
        }
    }

    /**
     * A burst of messages of which none waits, because debouncing is in shadow.
     *
     * @param first when its first message came, epoch milliseconds
     * @param last when its last one did
     */
    record Burst(long first, long last, long messages) implements Counter {
        @Override
        public List<Counted> counted() {
            return List.of(new Counted(last, messages));
        }
    }
}
