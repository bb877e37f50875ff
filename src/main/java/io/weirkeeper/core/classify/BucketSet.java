package io.weirkeeper.core.classify;

import java.util.Arrays;

/** The different buckets into which the features of a text fall. Not safe for use by several threads. */
final class BucketSet {
    /** 2^64 divided by the golden ratio: multiplied with it, all bits of a hash reach the upper ones (Knuth, TAOCP 6.4). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The most features per character: three sequences begin there, and a word and a pair end. */
    private static final int PER_CHARACTER = 5;

    /** More than there are features of shape and of the ends of a text. */
    private static final int BESIDES = 128;

    /** Open addressing; an entry is a bucket plus one, so that zero is free. Never full. */
    private final int[] table;

    private final int mask;
    private int[] buckets;
    private int size;

    /** A set with room for all features of a text of so many characters. */
    BucketSet(int length) {
        int most = length * PER_CHARACTER + BESIDES;
        mask = Integer.highestOneBit(most) * 2 - 1;
        table = new int[mask + 1];
        buckets = new int[most / 2];
    }

    /** Adds the bucket of a hash, unless it is there. */
    void add(long hash) {
        int bucket = (int) ((hash * GOLDEN) >>> (Long.SIZE - Features.BITS));
        int at = bucket & mask;
        while (table[at] != 0) {
            if (table[at] == bucket + 1) {
                return;
            }
            at = (at + 1) & mask;
        }
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, size * 2);
        }
        table[at] = bucket + 1;
        buckets[size++] = bucket;
    }

    void clear() {
        Arrays.fill(table, 0);
        size = 0;
    }

    int size() {
        return size;
    }

    /** The bucket that came as the index-th, from 0. */
    int get(int index) {
        return buckets[index];
    }

    int[] toArray() {
        return Arrays.copyOf(buckets, size);
    }
}
