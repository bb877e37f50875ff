package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The model that comes with the program, trained from data/sms-spam.tsv; see docs/classifier.md. */
public final class DefaultModel {
    /** What stands in a policy or on a command line for this model. */
    public static final String NAME = "default";

    private static final String FILE = "default.model";

    private DefaultModel() {}

    /** The model, read once. */
    public static LinearModel load() {
        return Holder.MODEL;
    }

    private static LinearModel read() {
        try (InputStream in = DefaultModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing in this installation: " + FILE);
            }
            return ModelFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("damaged in this installation: " + FILE, e);
        }
    }

    private static final class Holder {
        static final LinearModel MODEL = read();
    }
}
