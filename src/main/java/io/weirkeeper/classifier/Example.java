package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.Features;
import io.weirkeeper.core.message.Text;

/** A labelled message as training sees it. */
final class Example {
    private final int[] buckets;
    private final boolean spam;
    private final double value;

    private Example(int[] buckets, boolean spam) {
        this.buckets = buckets;
        this.spam = spam;
        this.value = Features.value(buckets.length);
    }

    static Example of(LabelledMessage message) {
        return new Example(Features.of(new Text(message.text())), message.spam());
    }

    boolean spam() {
        return spam;
    }

    /** The square of its length as a vector. */
    double square() {
        return buckets.length * value * value;
    }

    /** The product with a vector of weights; 0 for a text of which nothing is visible. */
    double times(double[] weights) {
        double sum = 0;
        for (int bucket : buckets) {
            sum += weights[bucket];
        }
        return sum * value;
    }

    /** Moves weights by so much in the direction of this example. */
    void addTo(double[] weights, double amount) {
        double each = amount * value;
        for (int bucket : buckets) {
            weights[bucket] += each;
        }
    }
}
