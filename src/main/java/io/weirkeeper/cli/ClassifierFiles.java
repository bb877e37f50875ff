package io.weirkeeper.cli;

import io.weirkeeper.classifier.BadLineException;
import io.weirkeeper.classifier.DefaultModel;
import io.weirkeeper.classifier.LabelledMessage;
import io.weirkeeper.classifier.LabelledMessages;
import io.weirkeeper.classifier.ModelFile;
import io.weirkeeper.classifier.ModelFileException;
import io.weirkeeper.core.classify.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Models and messages that a user names. */
final class ClassifierFiles {
    private ClassifierFiles() {}

    /** The model in a file, or the one that comes with the program. */
    static LinearModel model(Path file) {
        if (file.toString().equals(DefaultModel.NAME)) {
            return DefaultModel.load();
        }
        try (InputStream in = Files.open(file)) {
            return ModelFile.read(in);
        } catch (ModelFileException e) {
            throw Failure.wrongUse(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw Failure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static List<LabelledMessage> messages(Path file) {
        List<LabelledMessage> messages;
        try (InputStream in = Files.open(file)) {
            messages = LabelledMessages.read(in);
        } catch (BadLineException e) {
            throw Failure.wrongUse(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw Failure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (messages.isEmpty()) {
            throw Failure.wrongUse(file + ": no messages");
        }
        return messages;
    }

    static void write(Path file, byte[] bytes) {
        try {
            java.nio.file.Files.write(file, bytes);
        } catch (NoSuchFileException e) {
            throw Failure.wrongUse("no such directory: " + file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw Failure.failed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
