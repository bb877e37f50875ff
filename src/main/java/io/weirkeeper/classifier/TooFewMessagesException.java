package io.weirkeeper.classifier;

/** There are too few messages to learn from. */
public final class TooFewMessagesException extends Exception {
    private static final long serialVersionUID = 1;

    TooFewMessagesException(long spam, long ham) {
        super("too few messages to learn from: " + spam + " spam and " + ham + " ham; at least " + Trainer.FEWEST
                + " of each are needed, and hundreds to be of use");
    }
}
