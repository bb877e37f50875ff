package io.weirkeeper.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Labelled messages for tests. */
final class Samples {
    private Samples() {}

    /** What the default model was trained from. */
    static List<LabelledMessage> shipped() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("data/sms-spam.tsv"))) {
            return LabelledMessages.read(in);
        }
    }

    /** So many of each kind, easy to tell apart. */
    static List<LabelledMessage> easy(int each) {
        List<LabelledMessage> messages = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            // letters only, so that no two are alike
            String word = "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            messages.add(new LabelledMessage(true, "win free cash " + word + " call now!!!"));
            messages.add(new LabelledMessage(false, "see you at " + word + " later, love"));
        }
        return messages;
    }
}
