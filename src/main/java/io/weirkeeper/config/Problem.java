package io.weirkeeper.config;

/**
 * Something in a file that its author must change.
 *
 * @param path where it is, such as {@code limits[2].allow}, list entries counted from 0; empty for the whole document
 * @param line where it is, counted from 1
 * @param message what is wrong and, where there is a rule for it, what to write instead; one line
 */
public record Problem(String path, int line, String message) {

    public Problem {
        if (line < 1) {
            throw new IllegalArgumentException("line must be at least 1, not " + line);
        }
    }

    @Override
    public String toString() {
        return "line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
