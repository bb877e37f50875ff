package io.weirkeeper.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import io.weirkeeper.policies.Publication;
import java.util.List;

/** What changed between two versions of the policy, as a unified diff. */
final class PolicyDiff {
    private static final int CONTEXT = 3;

    /** With more lines that differ, looking for the shortest diff takes too much time and memory. */
    private static final int MOST_DIFFERENCES = 2_000;

    private PolicyDiff() {}

    static List<String> of(Publication before, Publication after) {
        if (before.yaml().equals(after.yaml())) {
            return List.of(name(before) + " and " + name(after) + " are the same");
        }
        List<String> old = before.yaml().lines().toList();
        List<String> now = after.yaml().lines().toList();
        try {
            List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                    name(before), name(after), old, DiffUtils.diff(old, now, new Limit()), CONTEXT);
            return diff.isEmpty()
                    ? List.of(name(before) + " and " + name(after) + " differ in the ends of lines only")
                    : diff.stream().map(PolicyDiff::coloured).toList();
        } catch (TooManyDifferences e) {
            return List.of(
                    "--- " + name(before) + ", " + old.size() + " lines",
                    "+++ " + name(after) + ", " + now.size() + " lines",
                    "more than " + MOST_DIFFERENCES + " lines differ; compare what weir policy show prints");
        }
    }

    private static String name(Publication publication) {
        return "version " + publication.version();
    }

    private static String coloured(String line) {
        if (line.startsWith("---") || line.startsWith("+++")) {
            return Terminal.Colour.BOLD.of(line);
        }
        if (line.startsWith("+")) {
            return Terminal.Colour.GREEN.of(line);
        }
        return line.startsWith("-") ? Terminal.Colour.RED.of(line) : line;
    }

    /** Ends the search. */
    private static final class TooManyDifferences extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Limit implements DiffAlgorithmListener {
        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int value, int max) {
            if (value > MOST_DIFFERENCES) {
                throw new TooManyDifferences();
            }
        }

        @Override
        public void diffEnd() {}
    }
}
