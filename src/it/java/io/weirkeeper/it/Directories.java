package io.weirkeeper.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories, with all that is in them. */
final class Directories {
    private Directories() {}

    /** When each of them was made: another time than before means that it was wiped and made anew. */
    static List<FileTime> made(List<Path> directories) throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (Path directory : directories) {
            times.add(Files.readAttributes(directory, BasicFileAttributes.class).creationTime());
        }
        return times;
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
