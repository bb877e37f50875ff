package io.weirkeeper.events.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what was once written, and must stay so. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** The one line of a file. */
    static String line(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name)).stripTrailing();
    }
}
