package io.weirkeeper.lists;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a list is written in a file. */
public enum FileFormat {
    /** RFC 4180 with a header, in UTF-8. */
    CSV,
    /** A JSON object a line. */
    JSONL;

    /** That which the ending of a file's name tells. */
    public static Optional<FileFormat> ofFile(String name) {
        return Arrays.stream(values())
                .filter(format -> name.toLowerCase(Locale.ROOT)
                        .endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
