package io.weirkeeper.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to use a data directory, held until closed or until the process ends, however it ends. Kafka has a lock of
 * its own, but takes it only after it has opened the metadata log, which two brokers would then both write.
 */
final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "broker.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the directory if it is missing and locks it; the lock file stays behind, as removing it would be a race. */
    static DirectoryLock acquire(Path directory) throws BrokerStartException {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new BrokerStartException("data directory " + directory + " is in use by another running broker");
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new BrokerStartException("data directory " + directory + " cannot be used: " + e, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
