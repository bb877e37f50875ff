package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.LinearModel;

/** What separates spam from ham: positive margins are those of spam. */
final class Plane {
    private final double[] weights;
    private final double bias;

    Plane(double[] weights, double bias) {
        this.weights = weights;
        this.bias = bias;
    }

    double margin(Example example) {
        return example.times(weights) + bias;
    }

    /** The model of this plane, its weights rounded to 255 steps. */
    LinearModel model(Calibration calibration, double threshold) {
        double largest = 0;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double step = largest == 0 ? 1 : largest / Byte.MAX_VALUE;
        byte[] rounded = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = (byte) Math.rint(weights[i] / step);
        }
        return new LinearModel(
                rounded, calibration.slope() * step, calibration.slope() * bias + calibration.offset(), threshold);
    }
}
