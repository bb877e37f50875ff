package io.weirkeeper.classifier;

import java.util.List;

/**
 * Makes a probability of a margin: the logistic function of {@code slope * margin + offset}, fitted to margins of messages
 * that were not trained on (Platt 1999, with his smoothed targets; fitted by Newton's method with halved steps as Lin, Lin
 * and Weng 2007 propose).
 */
record Calibration(double slope, double offset) {
    private static final int MOST_STEPS = 100;
    private static final double RIDGE = 1e-9;
    private static final double SMALLEST_STEP = 1e-10;

    static Calibration fit(List<Margin> margins) {
        long spam = margins.stream().filter(Margin::spam).count();
        double forSpam = (spam + 1.0) / (spam + 2.0);
        double forHam = 1 / (margins.size() - spam + 2.0);
        Calibration now = new Calibration(1, 0);
        for (int i = 0; i < MOST_STEPS; i++) {
            Calibration next = now.better(margins, forSpam, forHam);
            if (next.equals(now)) {
                break;
            }
            now = next;
        }
        return now;
    }

    /** 0 to 1. */
    double score(double margin) {
        return 1 / (1 + StrictMath.exp(-(slope * margin + offset)));
    }

    private Calibration better(List<Margin> margins, double forSpam, double forHam) {
        double slopes = 0;
        double offsets = 0;
        double slopesTwice = RIDGE;
        double mixed = 0;
        double offsetsTwice = RIDGE;
        for (Margin each : margins) {
            double score = score(each.value());
            double off = score - (each.spam() ? forSpam : forHam);
            double curve = score * (1 - score);
            slopes += off * each.value();
            offsets += off;
            slopesTwice += curve * each.value() * each.value();
            mixed += curve * each.value();
            offsetsTwice += curve;
        }
        double determinant = slopesTwice * offsetsTwice - mixed * mixed;
        double towardsSlope = -(offsetsTwice * slopes - mixed * offsets) / determinant;
        double towardsOffset = -(slopesTwice * offsets - mixed * slopes) / determinant;
        double loss = loss(margins, forSpam, forHam);
        for (double step = 1; step > SMALLEST_STEP; step /= 2) {
            Calibration tried = new Calibration(slope + step * towardsSlope, offset + step * towardsOffset);
            if (tried.loss(margins, forSpam, forHam) < loss) {
                return tried;
            }
        }
        return this;
    }

    private double loss(List<Margin> margins, double forSpam, double forHam) {
        double loss = 0;
        for (Margin each : margins) {
            double target = each.spam() ? forSpam : forHam;
            double at = slope * each.value() + offset;
            // log(1 + exp(at)) - target * at, without overflow
            loss += Math.max(at, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(at))) - target * at;
        }
        return loss;
    }
}
