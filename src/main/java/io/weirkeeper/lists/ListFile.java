package io.weirkeeper.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says: the entries, each name once, and what is to be told of the lines.
 *
 * @param problems of lines that are no entries, with their numbers
 * @param repeated of lines whose name comes again further down, where it counts
 */
public record ListFile(List<ListEntry> entries, List<String> problems, List<String> repeated) {

    public ListFile {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        repeated = List.copyOf(repeated);
    }

    /** Gathers the lines of a file. */
    static final class Draft {
        private final ListKind kind;
        private final long now;
        private final Map<String, ListEntry> entries = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final List<String> repeated = new ArrayList<>();

        Draft(ListKind kind, long now) {
            this.kind = kind;
            this.now = now;
        }

        EntryDraft entry(long line) {
            return new EntryDraft(kind, line);
        }

        void add(EntryDraft draft) throws BadEntryException {
            ListEntry entry = draft.checked(now);
            // Taken out first, so that it stands where it counts.
            Optional.ofNullable(entries.remove(entry.name()))
                    .ifPresent(earlier -> repeated.add("line " + earlier.line() + ": this " + kind.key()
                            + " comes again in line " + entry.line()));
            entries.put(entry.name(), entry);
        }

        void problem(long line, String what) {
            problems.add("line " + line + ": " + what);
        }

        ListFile finished() {
            return new ListFile(List.copyOf(entries.values()), problems, repeated);
        }
    }
}
