package io.weirkeeper.cli;

import io.weirkeeper.classifier.Trainer;
import picocli.CommandLine.Option;

/** How a classifier is trained. */
final class TrainingOptions {
    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "" + Trainer.DEFAULT_SEED,
            description = "Of the chance in it; another makes a slightly other model (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--false-positives",
            paramLabel = "SHARE",
            defaultValue = "" + Trainer.DEFAULT_FALSE_POSITIVES,
            description = "The share of ham, 0 to 1, that the threshold may take for spam (${DEFAULT-VALUE}).")
    private double falsePositives;

    Trainer trainer() {
        if (!(falsePositives >= 0 && falsePositives < 1)) {
            throw Failure.wrongUse("--false-positives must be at least 0 and below 1, not " + falsePositives);
        }
        return new Trainer(seed, falsePositives);
    }
}
