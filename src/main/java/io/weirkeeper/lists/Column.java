package io.weirkeeper.lists;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands in a file of each entry besides its name. */
enum Column {
    REASON,
    UNTIL,
    /** Told by an export; an import makes it anew. */
    SINCE,
    /** As since. */
    BY;

    /** The name of the column, and of the field in JSON. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> named(String label) {
        return Arrays.stream(values())
                .filter(column -> column.label().equals(label))
                .findFirst();
    }
}
