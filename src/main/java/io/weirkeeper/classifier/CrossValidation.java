package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What a trainer's models are worth on messages that they have never seen: each part of a collection is judged by a model
 * made from the other parts alone, its calibration and threshold too.
 *
 * @param folds how many parts, at least 2
 */
public record CrossValidation(Trainer trainer, int folds) {

    public CrossValidation {
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, not " + folds);
        }
    }

    /**
     * All messages, each as judged by the model that did not see it.
     *
     * @param visited told now and then how many messages were looked at since the last time
     * @throws TooFewMessagesException when too few are left to train on
     */
    public Evaluation of(List<LabelledMessage> messages, IntConsumer visited) throws TooFewMessagesException {
        int[] parts = Folds.of(messages, folds, ~trainer.seed());
        List<Judged> judged = new ArrayList<>();
        for (int part = 0; part < folds; part++) {
            List<LabelledMessage> others = new ArrayList<>();
            List<LabelledMessage> held = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                (parts[i] == part ? held : others).add(messages.get(i));
            }
            LinearModel model = trainer.train(others, visited);
            judged.addAll(Evaluation.of(model, held, visited).judged());
        }
        return new Evaluation(judged);
    }
}
