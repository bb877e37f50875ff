package io.weirkeeper.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that a user names: what is wrong with one is the user's to know. */
public final class Files {
    private Files() {}

    /** The text of a file in UTF-8. */
    public static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (NoSuchFileException e) {
            throw Failure.wrongUse("no such file: " + file);
        } catch (MalformedInputException e) {
            throw Failure.wrongUse(file + " is not UTF-8");
        } catch (IOException e) {
            throw Failure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** A file to read from; standard input for none or {@code -}. */
    static InputStream open(@Nullable Path file) {
        if (file == null || file.toString().equals("-")) {
            return System.in;
        }
        try {
            return java.nio.file.Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw Failure.wrongUse("no such file: " + file);
        } catch (IOException e) {
            throw Failure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
