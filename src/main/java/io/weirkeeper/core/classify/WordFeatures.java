package io.weirkeeper.core.classify;

/** Words, and pairs of words that follow each other. A run of one sign that is neither letter nor digit is a word too. */
final class WordFeatures {
    private static final long WORD = 0x51ED270B0A1F39C1L;
    private static final long PAIR = 0x2545F4914F6CDD1DL;

    /** "!!!!" is the same as "!!!". */
    private static final int LONGEST_RUN = 3;

    private WordFeatures() {}

    static void add(String text, int from, int to, BucketSet buckets) {
        long before = PAIR; // the start
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c == ' ') {
                i++;
                continue;
            }
            int end = end(text, i, to);
            long word = Letters.isWordPart(c) ? word(text, i, end) : run(c, end - i);
            buckets.add(word);
            buckets.add(before * PAIR + word);
            before = word;
            i = end;
        }
        buckets.add(before * PAIR);
    }

    /** Where the word that begins at an index ends. */
    private static int end(String text, int start, int to) {
        char first = text.charAt(start);
        boolean letters = Letters.isWordPart(first);
        int end = start + 1;
        while (end < to && (letters ? Letters.isWordPart(text.charAt(end)) : text.charAt(end) == first)) {
            end++;
        }
        return end;
    }

    private static long word(String text, int from, int to) {
        long hash = WORD;
        for (int i = from; i < to; i++) {
            hash = Letters.hash(hash, text.charAt(i));
        }
        return hash;
    }

    private static long run(char c, int length) {
        return Letters.hash(Letters.hash(WORD, c), (char) Math.min(length, LONGEST_RUN));
    }
}
