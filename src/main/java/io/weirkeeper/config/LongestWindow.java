package io.weirkeeper.config;

/**
 * How far back the state remembers: no rule can look further, wait longer for the next message or pause longer.
 *
 * @param millis the setting {@code state.longestWindow}
 */
record LongestWindow(long millis) {

    LongestWindow {
        if (millis < 1) {
            throw new IllegalArgumentException("longestWindow must be at least 1 ms, not " + millis);
        }
    }

    /** Reports a window that is longer. */
    void check(YamlMap place, String key, long window) {
        check(place, key, "the window", window);
    }

    /** Reports a time that the state would not remember. */
    void check(YamlMap place, String key, String what, long duration) {
        if (duration > millis) {
            place.problem(
                    key,
                    what + " must be at most " + Durations.format(millis) + " (setting state.longestWindow), not "
                            + Durations.format(duration));
        }
    }
}
