package io.weirkeeper.classifier;

/**
 * How often a model was right and wrong. A share of nothing is not a number.
 *
 * @param caught spam that was taken for spam
 * @param missed spam that was not
 * @param wronged ham that was taken for spam
 * @param passed ham that was not
 */
public record Counts(int caught, int missed, int wronged, int passed) {

    public int spam() {
        return caught + missed;
    }

    public int ham() {
        return wronged + passed;
    }

    /** The share of the spam that is caught, 0 to 1. */
    public double recall() {
        return (double) caught / spam();
    }

    /** The share of the ham that is taken for spam, 0 to 1. */
    public double falsePositiveRate() {
        return (double) wronged / ham();
    }

    /** The share of spam in what is taken for spam, 0 to 1. */
    public double precision() {
        return (double) caught / (caught + wronged);
    }
}
