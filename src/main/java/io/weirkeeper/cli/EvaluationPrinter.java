package io.weirkeeper.cli;

import io.weirkeeper.classifier.Counts;
import io.weirkeeper.classifier.Evaluation;
import io.weirkeeper.classifier.Judged;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints how good a classifier is. */
final class EvaluationPrinter {
    private static final double[] THRESHOLDS = {
        0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99,
    };
    private static final int WORST = 10;

    private final PrintWriter out;

    EvaluationPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(Evaluation evaluation, String threshold) {
        Counts counts = evaluation.counts();
        line("messages         %,d: %,d spam, %,d ham", counts.spam() + counts.ham(), counts.spam(), counts.ham());
        line("threshold        %s", threshold);
        line("recall           %s  (%,d of %,d spam)", percent(counts.recall()), counts.caught(), counts.spam());
        line(
                "false positives  %s  (%,d of %,d ham)",
                percent(counts.falsePositiveRate()), counts.wronged(), counts.ham());
        line("precision        %s", percent(counts.precision()));
        line("");
        line("threshold    recall  false positives  precision");
        for (double each : THRESHOLDS) {
            Counts at = evaluation.counts(each);
            line(
                    "%9.2f  %s         %s   %s",
                    each, percent(at.recall()), percent(at.falsePositiveRate()), percent(at.precision()));
        }
        mistakes("spam that was missed", evaluation.worst(true, WORST));
        mistakes("ham that was taken for spam", evaluation.worst(false, WORST));
        out.flush();
    }

    private void mistakes(String title, List<Judged> mistakes) {
        if (mistakes.isEmpty()) {
            return;
        }
        line("");
        line("%s, worst first:", title);
        for (Judged each : mistakes) {
            line("  %.3f  %s", each.score(), each.message().shown());
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "       -" : String.format(Locale.ROOT, "%6.2f %%", share * 100);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
