package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ) // picocli looks at it
class ClassifierCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private String labelled() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String word = Integer.toString(i + 1000, 36);
            lines.append("spam\twin free cash ").append(word).append(" call now!!!\n");
            lines.append("ham\tsee you at ").append(word).append(" later\n");
        }
        return file("labelled.tsv", lines.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "eval", "validate"})
    void everyCommandExplainsItself(String command) {
        assertThat(shell.run("classifier", command, "--help")).isZero();
        assertThat(shell.printed()).contains("Usage: weir classifier " + command);
    }

    @Test
    void aModelIsTrainedAndMeasured() throws IOException {
        String labelled = labelled();
        String model = directory.resolve("my.model").toString();

        assertThat(shell.run("classifier", "train", labelled, "-o", model)).isZero();
        assertThat(shell.printed())
                .contains(model + ": trained from 80 messages, threshold 0.")
                .contains("131,116 bytes");

        assertThat(shell.run("classifier", "eval", model, labelled)).isZero();
        assertThat(shell.printed())
                .contains("messages         80: 40 spam, 40 ham")
                .contains("recall           100.00 %  (40 of 40 spam)")
                .contains("false positives    0.00 %  (0 of 40 ham)")
                .contains("threshold    recall  false positives  precision");
    }

    @Test
    void theSameSeedMakesTheSameFile() throws IOException {
        String labelled = labelled();
        Path first = directory.resolve("1.model");
        Path second = directory.resolve("2.model");

        shell.run("classifier", "train", labelled, "-o", first.toString(), "--seed", "5");
        shell.run("classifier", "train", labelled, "--output=" + second, "--seed", "5");

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void theDefaultModelHasAName() throws IOException {
        String one = file("one.tsv", "ham\tURGENT! You won a cash prize, call 09061701461 now\nspam\thello\n");

        assertThat(shell.run("classifier", "eval", "default", one)).isZero();
        assertThat(shell.printed())
                .contains("spam that was missed, worst first:")
                .contains("ham that was taken for spam, worst first:")
                .contains("URGENT! You won");
    }

    @Test
    void whatModelsAreWorthIsMeasuredFoldByFold() throws IOException {
        assertThat(shell.run("classifier", "validate", labelled(), "--folds", "3"))
                .isZero();
        assertThat(shell.printed())
                .contains("chosen for each of 3 folds without it")
                .contains("recall           100.00 %");
    }

    @Test
    void mistakesOfTheUserEndWith2AndOneLine() throws IOException {
        String bad = file("bad.tsv", "ham\tfine\nno label\n");
        String empty = file("empty.tsv", "\n");
        String few = file("few.tsv", "ham\tone\nspam\ttwo\n");
        String labelled = labelled();
        String nowhere = directory.resolve("no/where.model").toString();

        assertRefused(2, bad + ": line 2: no tab; a line is ham or spam, a tab, a text", "eval", "default", bad);
        assertRefused(2, empty + ": no messages", "eval", "default", empty);
        assertRefused(2, "no such file: gone.tsv", "validate", "gone.tsv");
        assertRefused(2, "no such file: gone.model", "eval", "gone.model", labelled);
        assertRefused(2, labelled + ": not a model of weir classifier train", "eval", labelled, labelled);
        assertRefused(2, "no such directory: " + directory.resolve("no"), "train", labelled, "-o", nowhere);
        assertRefused(2, "--folds must be 2 to 100, not 1", "validate", labelled, "--folds", "1");
        assertRefused(
                2,
                "--false-positives must be at least 0 and below 1, not 1.0",
                "validate",
                labelled,
                "--false-positives",
                "1");
        assertRefused(
                1,
                "too few messages to learn from: 1 spam and 1 ham; at least 10 of each are needed, and hundreds to be of use",
                "train",
                few,
                "-o",
                directory.resolve("x").toString());
    }

    private void assertRefused(int exitCode, String message, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "classifier";
        System.arraycopy(words, 0, all, 1, words.length);
        assertThat(shell.run(all)).isEqualTo(exitCode);
        assertThat(shell.printed().trim()).isEqualTo("weir: " + message);
    }
}
