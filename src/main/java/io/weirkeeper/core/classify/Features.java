package io.weirkeeper.core.classify;

import io.weirkeeper.core.message.Text;

/**
 * What a model sees of a text: words, pairs of words, sequences of characters and the shape of it, each present or not,
 * hashed into a fixed number of buckets (feature hashing: Weinberger et al., ICML 2009). No strings are made; a text is
 * walked once for each kind. A model knows nothing but the buckets, so what falls where must not change without a new
 * {@link #VERSION}.
 */
public final class Features {
    /** Of what falls where; a model belongs to one. */
    public static final int VERSION = 1;

    static final int BITS = 17;

    /** How many buckets there are, numbered from 0. */
    public static final int BUCKETS = 1 << BITS;

    /** A longer text is seen in windows of so many characters. */
    public static final int WINDOW = 1024;

    /** From one window to the next: they overlap, so that what is short is whole in one of them. */
    static final int STEP = WINDOW * 3 / 4;

    /** A text with fewer features, which has some 30 characters, says less and weighs less. */
    private static final int FEW = 100;

    private Features() {}

    /** The buckets of the first {@link #WINDOW} comparable characters, each once; none when nothing is visible. */
    public static int[] of(Text text) {
        String comparable = text.comparable();
        if (comparable.isEmpty()) {
            return new int[0];
        }
        int length = Math.min(comparable.length(), WINDOW);
        BucketSet buckets = new BucketSet(length);
        add(comparable, 0, length, Shape.capitals(text.body()), buckets);
        return buckets.toArray();
    }

    /** What each feature counts in a text with so many: texts are vectors of length 1, short ones of less. */
    public static double value(int count) {
        return 1 / Math.sqrt(Math.max(count, FEW));
    }

    static void add(String text, int from, int to, int capitals, BucketSet buckets) {
        WordFeatures.add(text, from, to, buckets);
        CharacterFeatures.add(text, from, to, buckets);
        Shape.add(text, from, to, capitals, buckets);
    }
}
