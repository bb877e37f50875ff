package io.weirkeeper.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What people wrote in a real chat: the bodies of examples/irc-2000.jsonl. */
final class RealTexts {
    private static final String FILE = "/examples/irc-2000.jsonl";

    private RealTexts() {}

    static List<String> read() throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream file = RealTexts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException(FILE + " is not on the class path");
            }
            var lines = new ObjectMapper().readerFor(Line.class).<Line>readValues(file);
            while (lines.hasNext()) {
                texts.add(lines.next().body());
            }
        }
        return texts;
    }

    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    record Line(String body) {}
}
