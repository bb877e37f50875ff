package io.weirkeeper.cli;

import io.weirkeeper.lists.FileFormat;
import io.weirkeeper.lists.ListKind;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which list, where it is, and how it is written in a file. */
final class ListOptions {
    @Mixin
    private Connection connection = new Connection();

    @Parameters(index = "0", paramLabel = "LIST", description = "blocked, trusted, registered or addresses.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ListKind kind;

    @Option(
            names = "--as",
            paramLabel = "csv|jsonl",
            description = "How the file is written (default: as the ending of its name says).")
    private @Nullable FileFormat as;

    Connection connection() {
        return connection;
    }

    ListKind kind() {
        return kind;
    }

    /** The format that was asked for, or that the name of the file tells. */
    Optional<FileFormat> format(@Nullable Path file) {
        return Optional.ofNullable(as)
                .or(() -> Optional.ofNullable(file).map(Path::toString).flatMap(FileFormat::ofFile));
    }
}
