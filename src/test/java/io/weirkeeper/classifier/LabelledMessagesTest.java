package io.weirkeeper.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledMessagesTest {

    private static List<LabelledMessage> read(String text) throws IOException {
        return LabelledMessages.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aLineIsALabelATabAndAText() throws IOException {
        assertThat(read("ham\thello\n\nspam\tfree\tmoney \u00A3\r\nham\t\n"))
                .containsExactly(
                        new LabelledMessage(false, "hello"),
                        new LabelledMessage(true, "free\tmoney \u00A3"),
                        new LabelledMessage(false, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ham hello     | line 2: no tab; a line is ham or spam, a tab, a text
            eggs<tab>text | line 2: the label must be ham or spam, not "eggs"
            Spam<tab>text | line 2: the label must be ham or spam, not "Spam"
            <tab>text     | line 2: the label must be ham or spam, not ""
            """)
    void aBadLineIsNamed(String line, String problem) {
        assertThatThrownBy(() -> read("ham\tfirst\n" + line.replace("<tab>", "\t") + "\n"))
                .isInstanceOf(BadLineException.class)
                .hasMessage(problem);
    }

    @Test
    void whatIsNotUtf8IsSaid() {
        byte[] latin1 = "ham\tcaf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> LabelledMessages.read(new ByteArrayInputStream(latin1)))
                .isInstanceOf(BadLineException.class)
                .hasMessage("after line 0: not UTF-8");
    }

    @Test
    void textIsShownOnOneLineWithoutControlCharacters() {
        assertThat(new LabelledMessage(false, "a\u001B[31mb\nc\u202Ed").shown()).isEqualTo("a [31mb c d");
        assertThat(new LabelledMessage(false, "x".repeat(200)).shown())
                .hasSize(103)
                .endsWith("...");
    }
}
