package io.weirkeeper.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files with a message in each line: {@code ham} or {@code spam}, a tab, and the text, in UTF-8. Empty lines are left out. */
public final class LabelledMessages {
    static final String HAM = "ham";
    static final String SPAM = "spam";

    private static final char SEPARATOR = '\t';

    private LabelledMessages() {}

    /**
     * All messages in their order.
     *
     * @throws BadLineException for the first line that is not such
     */
    public static List<LabelledMessage> read(InputStream in) throws IOException {
        List<LabelledMessage> messages = new ArrayList<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())); // reports bad bytes
        int number = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    messages.add(message(line, number));
                }
            }
        } catch (CharacterCodingException e) {
            throw new BadLineException("after line " + number + ": not UTF-8");
        }
        return messages;
    }

    private static LabelledMessage message(String line, int number) throws BadLineException {
        int tab = line.indexOf(SEPARATOR);
        if (tab < 0) {
            throw new BadLineException(
                    "line " + number + ": no tab; a line is " + HAM + " or " + SPAM + ", a tab, a text");
        }
        String label = line.substring(0, tab);
        if (!label.equals(HAM) && !label.equals(SPAM)) {
            throw new BadLineException("line " + number + ": the label must be " + HAM + " or " + SPAM + ", not \""
                    + Shown.of(label) + "\"");
        }
        return new LabelledMessage(label.equals(SPAM), line.substring(tab + 1));
    }
}
