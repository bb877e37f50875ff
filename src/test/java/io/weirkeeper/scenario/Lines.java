package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;

/** Compares lines, and shows the first one that differs instead of all of them. */
final class Lines {
    private static final String NONE = "(no line)";

    private Lines() {}

    static void assertSame(String name, List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : NONE;
            String got = i < actual.size() ? actual.get(i) : NONE;
            if (!wanted.equals(got)) {
                fail("%s: line %d differs%nexpected %s%nactual   %s", name, i + 1, wanted, got);
            }
        }
    }
}
