package io.weirkeeper.core.classify;

/**
 * Sequences of three to five characters within what stands between two spaces, one space on each side included: they
 * know a word also when it is misspelt, bent or part of a longer one.
 */
final class CharacterFeatures {
    private static final long SEED = 0x6A09E667F3BCC909L;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    private CharacterFeatures() {}

    static void add(String text, int from, int to, BucketSet buckets) {
        for (int start = from - 1; start < to; start++) {
            long hash = SEED;
            for (int length = 1; length <= LONGEST; length++) {
                int at = start + length - 1;
                char c = at < from || at >= to ? ' ' : text.charAt(at);
                hash = Letters.hash(hash, c);
                if (length >= SHORTEST) {
                    buckets.add(hash);
                }
                if (c == ' ' && length > 1) {
                    break;
                }
            }
        }
    }
}
