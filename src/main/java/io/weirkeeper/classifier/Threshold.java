package io.weirkeeper.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From which score on a message is best taken for spam. */
final class Threshold {
    private static final double STEPS = 1000;

    private Threshold() {}

    /**
     * The lowest threshold, in thousandths, at which no more than a share of the ham has such a score: no other within that
     * share catches more spam.
     */
    static double choose(List<Margin> margins, Calibration calibration, double mostFalsePositives) {
        List<Double> ham = new ArrayList<>();
        for (Margin each : margins) {
            if (!each.spam()) {
                ham.add(calibration.score(each.value()));
            }
        }
        ham.sort(Comparator.reverseOrder());
        int allowed = (int) (mostFalsePositives * ham.size());
        if (allowed >= ham.size()) {
            return 1 / STEPS;
        }
        double firstRefused = ham.get(allowed);
        return Math.min(1, (Math.floor(firstRefused * STEPS) + 1) / STEPS);
    }
}
