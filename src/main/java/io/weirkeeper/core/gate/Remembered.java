package io.weirkeeper.core.gate;

import java.util.Arrays;

/**
 * Fingerprints with the time at which each was seen, oldest first. Immutable.
 *
 * @param entries fingerprint and epoch milliseconds in turn: one array, because it is copied for every message
 */
public record Remembered(long[] entries) {

    public static final Remembered NOTHING = new Remembered(new long[0]);

    public int size() {
        return entries.length / 2;
    }

    public long fingerprint(int i) {
        return entries[2 * i];
    }

    public long time(int i) {
        return entries[2 * i + 1];
    }

    /** Whether the fingerprint was seen in (at - window, at]. */
    boolean has(long fingerprint, long at, long window) {
        for (int i = size() - 1; i >= 0; i--) {
            if (fingerprint(i) == fingerprint) {
                return time(i) > at - window;
            }
        }
        return false;
    }

    /** Whether the fingerprint was not seen in (at - window, at], and fewer than so many others were. */
    boolean hasRoomFor(long fingerprint, long at, long window, int most) {
        int seen = 0;
        for (int i = 0; i < size(); i++) {
            if (time(i) > at - window) {
                if (fingerprint(i) == fingerprint) {
                    return false;
                }
                seen++;
            }
        }
        return seen < most;
    }

    /** With this fingerprint as the latest; without those that the window has left and the oldest beyond so many. */
    Remembered with(long fingerprint, long at, long window, int most) {
        int kept = 0;
        for (int i = 0; i < size(); i++) {
            kept += keeps(i, fingerprint, at, window) ? 1 : 0;
        }
        int skip = Math.max(0, kept + 1 - most);
        long[] next = new long[2 * (kept - skip + 1)];
        int to = 0;
        for (int i = 0; i < size(); i++) {
            if (keeps(i, fingerprint, at, window) && skip-- <= 0) {
                next[to++] = fingerprint(i);
                next[to++] = time(i);
            }
        }
        next[to] = fingerprint;
        next[to + 1] = at;
        return new Remembered(next);
    }

    /** Without this fingerprint. */
    Remembered without(long fingerprint) {
        for (int i = 0; i < size(); i++) {
            if (fingerprint(i) == fingerprint) {
                long[] next = new long[entries.length - 2];
                System.arraycopy(entries, 0, next, 0, 2 * i);
                System.arraycopy(entries, 2 * i + 2, next, 2 * i, entries.length - 2 * i - 2);
                return next.length == 0 ? NOTHING : new Remembered(next);
            }
        }
        return this;
    }

    private boolean keeps(int i, long fingerprint, long at, long window) {
        return fingerprint(i) != fingerprint && time(i) > at - window;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Remembered remembered && Arrays.equals(entries, remembered.entries);
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
