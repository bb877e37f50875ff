package io.weirkeeper.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws numbers from 0 up to a bound, small ones more often (Zipf's law): the k-th with a probability in proportion to k^-exponent. */
final class Skew {
    private final double[] cumulated;

    Skew(int bound, double exponent) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, not " + bound);
        }
        cumulated = new double[bound];
        double sum = 0;
        for (int k = 0; k < bound; k++) {
            sum += Math.pow(k + 1, -exponent);
            cumulated[k] = sum;
        }
    }

    int draw(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, cumulated.length - 1);
    }
}
