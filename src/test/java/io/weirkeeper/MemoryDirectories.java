package io.weirkeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary directories in memory, where the system has one with room: opening a store syncs a dozen small files, and a gate has
 * a dozen stores, so that on a disk this is most of what a short test takes. Elsewhere they are where all temporary files are.
 *
 * <p>JUnit takes those of {@code @TempDir} from here (junit-platform.properties).
 */
public final class MemoryDirectories implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Eight times the most that a run of all tests was seen to keep (501 MiB); a container often has 64 MiB. */
    private static final long ROOM = 4L * 1024 * 1024 * 1024;

    private static final String PREFIX = "weirkeeper-test-";

    /** A new directory; whoever asks for it deletes it. */
    public static Path create() throws IOException {
        return hasRoom() ? Files.createTempDirectory(MEMORY, PREFIX) : Files.createTempDirectory(PREFIX);
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM;
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return create();
    }
}
