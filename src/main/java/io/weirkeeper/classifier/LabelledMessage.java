package io.weirkeeper.classifier;

/** A message of which somebody has said whether it is spam; a good one is called ham. */
public record LabelledMessage(boolean spam, String text) {

    /** The text as it may be shown on a terminal: one line, without control characters, cut when it is long. */
    public String shown() {
        return Shown.of(text);
    }
}
