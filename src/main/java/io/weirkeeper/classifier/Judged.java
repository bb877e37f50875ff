package io.weirkeeper.classifier;

/**
 * A labelled message and what a model makes of it.
 *
 * @param score 0 to 1
 * @param flagged whether the model takes it for spam, at the model's own threshold
 */
public record Judged(LabelledMessage message, double score, boolean flagged) {

    /** Whether label and model disagree. */
    public boolean isMistake() {
        return message.spam() != flagged;
    }

    /** How far the score is from what it should be, 0 to 1. */
    double error() {
        return message.spam() ? 1 - score : score;
    }
}
