package io.weirkeeper.cli;

/** Whether a person is looking. */
public final class Terminal {
    private static final String RESET = "\033[0m";

    private Terminal() {}

    /** Whether output goes to a terminal; without it there are no colours and no progress. */
    public static boolean isInteractive() {
        return System.console() != null && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    }

    /** A colour for text on a terminal. */
    public enum Colour {
        GREEN("\033[32m"),
        YELLOW("\033[33m"),
        RED("\033[31m"),
        BOLD("\033[1m");

        private final String start;

        Colour(String start) {
            this.start = start;
        }

        /** The text in this colour; as it is when nobody looks. */
        public String of(String text) {
            return isInteractive() ? start + text + RESET : text;
        }
    }
}
