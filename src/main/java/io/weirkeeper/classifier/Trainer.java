package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Makes a model of labelled messages. The scores are calibrated and the threshold is chosen on messages that were held out:
 * each of five parts is judged by a plane made from the other four. The plane of the model is then made from all of them.
 * The same messages, seed and share make the same model to the last bit, on every machine.
 *
 * @param seed of the chance that parts and orders are made with
 * @param mostFalsePositives the share of good messages, 0 to 1, that the threshold may take for spam
 */
public record Trainer(long seed, double mostFalsePositives) {
    /** The share that is aimed at unless told otherwise. */
    public static final double DEFAULT_FALSE_POSITIVES = 0.007;

    /** Of a trainer unless told otherwise. */
    public static final long DEFAULT_SEED = 1;

    /** The fewest messages of each kind that something can be learned from. */
    public static final int FEWEST = 10;

    private static final int PARTS = 5;

    public Trainer {
        if (!(mostFalsePositives >= 0 && mostFalsePositives < 1)) {
            throw new IllegalArgumentException(
                    "mostFalsePositives must be at least 0 and below 1, not " + mostFalsePositives);
        }
    }

    /** The trainer of the model that comes with the program. */
    public static Trainer standard() {
        return new Trainer(DEFAULT_SEED, DEFAULT_FALSE_POSITIVES);
    }

    /**
     * The model of these messages.
     *
     * @param visited told now and then how many messages were looked at since the last time
     * @throws TooFewMessagesException when there are less than {@link #FEWEST} of a kind
     */
    public LinearModel train(List<LabelledMessage> messages, IntConsumer visited) throws TooFewMessagesException {
        long spam = messages.stream().filter(LabelledMessage::spam).count();
        long ham = messages.size() - spam;
        if (spam < FEWEST || ham < FEWEST) {
            throw new TooFewMessagesException(spam, ham);
        }
        List<Example> examples = messages.stream().map(Example::of).toList();
        List<Margin> heldOut = heldOut(examples, Folds.of(messages, PARTS, seed), visited);
        Calibration calibration = Calibration.fit(heldOut);
        double threshold = Threshold.choose(heldOut, calibration, mostFalsePositives);
        return SupportVectors.separate(examples, seed, visited).model(calibration, threshold);
    }

    private List<Margin> heldOut(List<Example> examples, int[] folds, IntConsumer visited) {
        List<Margin> margins = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            List<Example> others = new ArrayList<>();
            List<Example> held = new ArrayList<>();
            for (int i = 0; i < folds.length; i++) {
                (folds[i] == part ? held : others).add(examples.get(i));
            }
            Plane plane = SupportVectors.separate(others, seed, visited);
            held.forEach(each -> margins.add(new Margin(plane.margin(each), each.spam())));
        }
        return margins;
    }
}
