package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.Model;
import io.weirkeeper.core.message.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** How good a model is on labelled messages: says as much about others as those are like them. */
public record Evaluation(List<Judged> judged) {

    public Evaluation {
        judged = List.copyOf(judged);
    }

    /**
     * Judges messages by a model and its own threshold.
     *
     * @param visited told after each message
     */
    public static Evaluation of(Model model, List<LabelledMessage> messages, IntConsumer visited) {
        List<Judged> judged = new ArrayList<>();
        for (LabelledMessage message : messages) {
            double score = model.score(new Text(message.text()));
            judged.add(new Judged(message, score, score >= model.threshold()));
            visited.accept(1);
        }
        return new Evaluation(judged);
    }

    /** At the thresholds of the models. */
    public Counts counts() {
        return counts(Judged::flagged);
    }

    /** At another threshold, 0 to 1. */
    public Counts counts(double threshold) {
        return counts(each -> each.score() >= threshold);
    }

    /** The mistakes, worst first, at most so many of each kind: spam that was missed, ham that was taken for spam. */
    public List<Judged> worst(boolean spam, int most) {
        return judged.stream()
                .filter(each -> each.message().spam() == spam && each.isMistake())
                .sorted(Comparator.comparingDouble(Judged::error).reversed())
                .limit(most)
                .toList();
    }

    private Counts counts(Predicate<Judged> flagged) {
        int[] spam = new int[2];
        int[] ham = new int[2];
        for (Judged each : judged) {
            (each.message().spam() ? spam : ham)[flagged.test(each) ? 0 : 1]++;
        }
        return new Counts(spam[0], spam[1], ham[0], ham[1]);
    }
}
