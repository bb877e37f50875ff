package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.Features;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Finds the plane between spam and ham: a linear support vector machine with squared hinge loss, by dual coordinate
 * descent (Hsieh et al., ICML 2008, algorithm 1). It needs additions and divisions only, so that its result is the same to
 * the last bit everywhere, and no step size.
 */
final class SupportVectors {
    /** How much a mistake costs, compared to large weights. */
    private static final double COST = 2;

    private static final int MOST_ROUNDS = 100;

    /** A round in which no multiplier moves by more is the last. */
    private static final double SETTLED = 0.01;

    private static final double DIAGONAL = 1 / (2 * COST);

    private final List<Example> examples;
    private final double[] weights = new double[Features.BUCKETS];
    private final double[] multipliers;
    private double bias;

    private SupportVectors(List<Example> examples) {
        this.examples = examples;
        this.multipliers = new double[examples.size()];
    }

    /**
     * The plane for these examples.
     *
     * @param visited told after each round how many examples it looked at
     */
    static Plane separate(List<Example> examples, long seed, IntConsumer visited) {
        SupportVectors machine = new SupportVectors(examples);
        int[] order = Shuffle.indices(examples.size());
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Shuffle.shuffle(order, random);
            double moved = machine.round(order);
            visited.accept(order.length);
            if (moved < SETTLED) {
                break;
            }
        }
        return new Plane(machine.weights, machine.bias);
    }

    private double round(int[] order) {
        double most = 0;
        for (int index : order) {
            most = Math.max(most, Math.abs(step(index)));
        }
        return most;
    }

    /** Brings the multiplier of one example to its optimum while the others stand still; how far it moved. */
    private double step(int index) {
        Example example = examples.get(index);
        double side = example.spam() ? 1 : -1;
        double before = multipliers[index];
        double gradient = side * (example.times(weights) + bias) - 1 + DIAGONAL * before;
        // The bias is a weight like the others, of a feature that every example has.
        double after = Math.max(0, before - gradient / (example.square() + 1 + DIAGONAL));
        multipliers[index] = after;
        if (after != before) {
            example.addTo(weights, side * (after - before));
            bias += side * (after - before);
        }
        return after - before;
    }
}
