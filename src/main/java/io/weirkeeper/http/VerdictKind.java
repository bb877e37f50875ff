package io.weirkeeper.http;

import java.util.Arrays;
import java.util.List;

/** What became of a message, as it is asked for. */
public enum VerdictKind {
    ALLOWED,
    DEBOUNCED,
    BLOCKED;

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
