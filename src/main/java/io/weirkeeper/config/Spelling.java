package io.weirkeeper.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that an author probably meant, without regard to case. */
final class Spelling {
    private static final int LONGEST = 40;

    private Spelling() {}

    /** The closest of the names, if at most a third of its letters are wrong, and one in short names. */
    static Optional<String> closest(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> distance(written, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** Letters added, left out, replaced or swapped with the next: the optimal string alignment distance. */
    static int distance(String written, String name) {
        String a = written.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
