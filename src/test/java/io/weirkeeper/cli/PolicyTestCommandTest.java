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

/** {@code weir policy test}: what users put in their CI. */
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ) // picocli looks at it
class PolicyTestCommandTest {
    private static final String POLICY = "limits: [{id: sender, per: [sender], allow: 1 per 1m}]\n";
    private static final String TRACE = """
            {"id":"a","channel":"sms","sender":"+1","body":"hi","sentAt":"2026-01-01T00:00:00Z"}
            {"id":"b","channel":"sms","sender":"+1","body":"ho","sentAt":"2026-01-01T00:00:01Z"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    private Path scenario(String name) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
        Files.writeString(folder.resolve("trace.jsonl"), TRACE);
        return folder;
    }

    private int test(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "policy";
        words[1] = "test";
        System.arraycopy(options, 0, words, 2, options.length);
        words[words.length - 1] = directory.toString();
        return shell.run(words);
    }

    @Test
    void whatWasWrittenPasses() throws IOException {
        Path folder = scenario("chats/quick");

        assertThat(test("--write")).isZero();
        assertThat(folder.resolve("expected.jsonl")).content().contains("\"RATE_LIMITED\"");
        assertThat(test()).isZero();
        assertThat(shell.printed()).contains("ok      chats/quick", "1 scenario, 0 failed");
    }

    @Test
    void whatDiffersIsSaidByMessageAndEndsWith1() throws IOException {
        Path folder = scenario("quick");
        scenario("other");
        test("--write");
        Path expected = folder.resolve("expected.jsonl");
        Files.writeString(expected, Files.readString(expected).replace("RATE_LIMITED", "DUPLICATE"));

        assertThat(test()).isEqualTo(1);
        assertThat(shell.printed())
                .contains("ok      other")
                .contains("FAILED  quick")
                .contains("b: reason is RATE_LIMITED, expected DUPLICATE")
                .contains("2 scenarios, 1 failed");
    }

    @Test
    void withoutExpectedVerdictsItFailsAndSaysHowToGetThem() throws IOException {
        scenario("quick");

        assertThat(test()).isEqualTo(1);
        assertThat(shell.printed()).contains("there is no expected.jsonl; --write makes it");
    }

    @Test
    void aLineThatCannotBeReadFails() throws IOException {
        Path folder = scenario("quick");
        Files.writeString(folder.resolve("trace.jsonl"), TRACE + "nonsense\n");

        assertThat(test("--write")).isEqualTo(1);
        assertThat(shell.printed()).contains("trace.jsonl, line 3: ");
        assertThat(folder.resolve("expected.jsonl")).doesNotExist();
    }

    @Test
    void scenariosMayShareAPolicy() throws IOException {
        Path shared = scenario("quick").resolve("policy.yaml");
        Files.move(shared, directory.resolve("shared.yaml"));

        assertThat(test()).isEqualTo(2);
        assertThat(shell.printed()).contains("no policy.yaml, and no --policy");
        assertThat(test("--write", "--policy", directory.resolve("shared.yaml").toString()))
                .isZero();
        assertThat(test("--policy", directory.resolve("shared.yaml").toString()))
                .isZero();
    }

    @Test
    void anInvalidPolicyEndsWith2AndItsProblems() throws IOException {
        scenario("other");
        test("--write");
        Files.writeString(scenario("quick").resolve("policy.yaml"), "limitz: []\n");

        assertThat(test()).isEqualTo(2);
        assertThat(shell.printed())
                .contains("ok      other")
                .contains("invalid policy, line 1: limitz: unknown key")
                .contains("2 scenarios, 1 failed");
    }

    @Test
    void expectedVerdictsWithoutATraceFail() throws IOException {
        Path folder = scenario("quick");
        test("--write");
        Files.move(folder.resolve("trace.jsonl"), folder.resolve("traces.jsonl"));

        assertThat(test()).isEqualTo(1);
        assertThat(shell.printed()).contains("FAILED  quick", "there is no trace.jsonl");
    }

    @Test
    void aFolderWithoutScenariosIsWrongUse() {
        assertThat(test()).isEqualTo(2);
        assertThat(shell.printed()).contains("no folder there has a trace.jsonl");
        assertThat(shell.run("policy", "test", "nowhere")).isEqualTo(2);
        assertThat(shell.printed()).contains("no such folder: nowhere");
    }
}
