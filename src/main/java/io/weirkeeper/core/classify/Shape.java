package io.weirkeeper.core.classify;

/** What a piece of text looks like, whatever its words are: counts of characters, and features made of them. */
final class Shape {
    private static final long SEED = 0x3C6EF372FE94F82BL;
    private static final long PRIME = 0x100000001B3L;

    private static final int[] LENGTHS = {10, 20, 40, 60, 80, 100, 120, 140, 160, 200, 300};
    private static final int[] COUNTS = {1, 2, 3, 5, 8, 12, 20, 30};
    private static final int[] RUNS = {3, 4, 5, 6, 8, 10, 11, 13};
    private static final int[] PERCENTAGES = {1, 3, 5, 8, 12, 18, 25, 35, 50, 75, 95};

    /** From so many digits on a number is rather a short code or a telephone number than a time or a price. */
    private static final int LONG_NUMBER = 5;

    private int digits;
    private int letters;
    private int spaces;
    private int currencies;
    private int shouts;
    private int links;
    private int longNumbers;
    private int longestNumber;

    private Shape() {}

    /** @param capitals the share of capitals in percent, which comparable text no longer shows */
    static void add(String text, int from, int to, int capitals, BucketSet buckets) {
        Shape shape = new Shape();
        shape.count(text, from, to);
        shape.addTo(buckets, to - from, capitals);
    }

    private void count(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Letters.isDigit(c)) {
                digits++;
                number++;
                if (number == LONG_NUMBER) {
                    longNumbers++;
                }
                longestNumber = Math.max(longestNumber, number);
            } else {
                number = 0;
                countOther(c, text, from, i);
            }
        }
    }

    private void countOther(char c, String text, int from, int i) {
        if (Letters.isWordPart(c)) {
            letters++;
            return;
        }
        switch (c) {
            case ' ' -> spaces++;
            case '!' -> shouts++;
            case '$', '\u00A3', '\u20AC' -> currencies++;
            case '/' -> links += i > from && text.charAt(i - 1) == '/' ? 1 : 0;
            case '.' -> links += i >= from + 3 && text.startsWith("www", i - 3) ? 1 : 0;
            default -> {
                // nothing that counts
            }
        }
    }

    private void addTo(BucketSet buckets, int length, int capitals) {
        atLeast(1, length, LENGTHS, buckets);
        atLeast(2, digits, COUNTS, buckets);
        atLeast(3, longestNumber, RUNS, buckets);
        atLeast(4, longNumbers, COUNTS, buckets);
        atLeast(5, currencies, COUNTS, buckets);
        atLeast(6, shouts, COUNTS, buckets);
        atLeast(7, links, COUNTS, buckets);
        atLeast(8, capitals, PERCENTAGES, buckets);
        atLeast(9, percent(digits, length), PERCENTAGES, buckets);
        atLeast(10, spaces + 1, COUNTS, buckets);
        atLeast(11, percent(letters, length), PERCENTAGES, buckets);
    }

    /** A feature for each step that a measure reaches, so that more of it always weighs more or always less. */
    private static void atLeast(int measure, int value, int[] steps, BucketSet buckets) {
        for (int step : steps) {
            if (value < step) {
                return;
            }
            buckets.add((SEED + measure) * PRIME + step);
        }
    }

    /** The share of capitals in the letters that have a case, in percent. */
    static int capitals(String body) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c < Letters.ASCII_END) {
                upper += c >= 'A' && c <= 'Z' ? 1 : 0;
                lower += c >= 'a' && c <= 'z' ? 1 : 0;
            } else {
                upper += Character.isUpperCase(c) ? 1 : 0;
                lower += Character.isLowerCase(c) ? 1 : 0;
            }
        }
        return percent(upper, upper + lower);
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) (100L * part / whole);
    }
}
