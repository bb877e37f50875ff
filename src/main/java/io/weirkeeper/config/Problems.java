package io.weirkeeper.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far while a document is read: reading goes on, so that its author sees all of them at once. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String path, int line, String message) {
        found.add(new Problem(path, line, message));
    }

    public int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By line; those of one line in the order in which they were found. */
    public List<Problem> byLine() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
