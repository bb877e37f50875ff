package io.weirkeeper.core.classify;

import io.weirkeeper.core.message.Text;
import java.util.Arrays;

/**
 * A weight for each bucket of {@link Features}. The score is the logistic function of {@code scale * sum * value +
 * bias}, where sum is that of the weights of a text's buckets and value is that of {@link Features#value}. Weights are whole numbers, so the score of a text is the
 * same to the last bit on every machine.
 *
 * <p>A text of more than {@link Features#WINDOW} characters has the score of its worst window: padding does not dilute
 * spam, and the time grows with the length only. Where letters that look like Latin ones make a difference, the text is
 * judged with and without them, and the worse score counts.
 */
public final class LinearModel implements Model {
    private final byte[] weights;
    private final double scale;
    private final double bias;
    private final double threshold;

    /**
     * @param weights one for each of the {@link Features#BUCKETS}; copied
     * @param scale what a weight of one counts, finite
     * @param bias finite
     * @param threshold above 0 and at most 1
     */
    public LinearModel(byte[] weights, double scale, double bias, double threshold) {
        if (weights.length != Features.BUCKETS) {
            throw new IllegalArgumentException("weights must be " + Features.BUCKETS + ", not " + weights.length);
        }
        if (!Double.isFinite(scale) || !Double.isFinite(bias)) {
            throw new IllegalArgumentException("scale and bias must be finite, not " + scale + " and " + bias);
        }
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be above 0 and at most 1, not " + threshold);
        }
        this.weights = weights.clone();
        this.scale = scale;
        this.bias = bias;
        this.threshold = threshold;
    }

    @Override
    public double score(Text text) {
        String comparable = text.comparable();
        if (comparable.isEmpty()) {
            return 0;
        }
        int capitals = Shape.capitals(text.body());
        double margin = worst(comparable, capitals);
        String folded = text.folded();
        if (!folded.equals(comparable)) {
            margin = Math.max(margin, worst(folded, capitals));
        }
        return logistic(margin);
    }

    /** Of the windows of a text. */
    private double worst(String text, int capitals) {
        BucketSet buckets = new BucketSet(Math.min(text.length(), Features.WINDOW));
        double worst = Double.NEGATIVE_INFINITY;
        int from = 0;
        int to;
        do {
            to = Math.min(text.length(), from + Features.WINDOW);
            Features.add(text, from, to, capitals, buckets);
            worst = Math.max(worst, margin(buckets));
            buckets.clear();
            from += Features.STEP;
        } while (to < text.length());
        return worst;
    }

    private double margin(BucketSet buckets) {
        int sum = 0;
        for (int i = 0; i < buckets.size(); i++) {
            sum += weights[buckets.get(i)];
        }
        return scale * sum * Features.value(buckets.size()) + bias;
    }

    /** 0 to 1; StrictMath, because Math.exp may differ from one machine to the next. */
    private static double logistic(double margin) {
        return 1 / (1 + StrictMath.exp(-margin));
    }

    @Override
    public double threshold() {
        return threshold;
    }

    /** A copy. */
    public byte[] weights() {
        return weights.clone();
    }

    public double scale() {
        return scale;
    }

    public double bias() {
        return bias;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearModel that
                && Double.compare(scale, that.scale) == 0
                && Double.compare(bias, that.bias) == 0
                && Double.compare(threshold, that.threshold) == 0
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights) * 31 + Double.hashCode(threshold);
    }

    @Override
    public String toString() {
        return "LinearModel[threshold=" + threshold + "]";
    }
}
