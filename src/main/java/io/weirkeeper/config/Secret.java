package io.weirkeeper.config;

/** A text that does not show up where it is printed. */
public record Secret(String text) {
    public Secret {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
