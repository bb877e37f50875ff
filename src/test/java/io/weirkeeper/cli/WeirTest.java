package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line without a broker: exit codes, messages, and what is left undone. */
@ResourceLock(Resources.SYSTEM_OUT)
class WeirTest {
    private static final String POLICY = "limits: [{id: sender, per: [sender], allow: 1 per 1m}]\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev",
                "run",
                "simulate",
                "policy validate",
                "policy test",
                "classifier train",
                "classifier eval",
                "classifier validate",
                "topics create",
                "topics check",
                "schemas register",
                "schemas check",
                "send",
                "tail",
                "sender block",
                "sender unblock",
                "sender trust",
                "sender untrust",
                "sender register",
                "sender unregister",
                "sender pardon",
                "sender forget",
                "list import",
                "list export",
                "gate pause",
                "gate resume"
            })
    void everyCommandOfTheContractExplainsItself(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--help");
        assertThat(shell.run(words.toArray(String[]::new))).isZero();
        assertThat(shell.printed()).contains("Usage: weir " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "policy",
                "classifier",
                "topics",
                "sender",
                "gate",
                "fly",
                "simulate",
                "sender block",
                "gate pause +1",
                "gate resume --until 1h",
                "run --profile fast"
            })
    void wrongUseEndsWith2(String line) {
        assertThat(shell.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void aValidPolicyIsSaidToBeValid() throws IOException {
        assertThat(shell.run("policy", "validate", file("good.yaml", POLICY))).isZero();
        assertThat(shell.printed()).contains("good.yaml: valid");
    }

    @Test
    void anInvalidPolicyIsListedWithAllItsProblemsAndEndsWith2() throws IOException {
        String bad = file("bad.yaml", "limitz: []\nmode: off\n");
        assertThat(shell.run("policy", "validate", bad)).isEqualTo(2);
        assertThat(shell.printed())
                .contains("bad.yaml: invalid")
                .contains("line 1: limitz: unknown key; did you mean limits?")
                .contains("line 2: mode: ");
        for (String command : List.of("run", "simulate")) {
            assertThat(shell.run(command, "--policy", bad)).isEqualTo(2);
            assertThat(shell.printed()).contains("line 1: limitz").doesNotContain("\tat ");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(shell.run("policy", "validate", "nowhere.yaml")).isEqualTo(2);
        assertThat(shell.printed().trim()).isEqualTo("weir: no such file: nowhere.yaml");
    }

    @Test
    void aStackTraceIsShownOnlyWhenAskedFor() {
        shell.run("policy", "validate", "nowhere.yaml", "--verbose");
        assertThat(shell.printed()).contains("\tat ");
    }

    @Test
    void runLooksAtItsPolicyBeforeItLooksForABroker() {
        assertThat(shell.run("run", "--policy", "nowhere.yaml")).isEqualTo(2);
        assertThat(shell.printed()).contains("no such file: nowhere.yaml");
    }

    @Test
    void devLooksAtTheHttpSettingsOfItsEnvironmentBeforeItStartsABroker() {
        assertThat(dev(Map.of("WEIR_HTTP_PORT", "many", "WEIR_HTTP_MAX_BODY", "0")))
                .startsWith("2 invalid settings\n")
                .contains("WEIR_HTTP_PORT: ")
                .contains("WEIR_HTTP_MAX_BODY: ");
        assertThat(dev(Map.of("WEIR_HTTP_WRITE_TOKEN", "w", "WEIR_HTTP_WRITE_TOKEN_FILE", "w.txt")))
                .isEqualTo("2 invalid settings\n  http.writeToken and http.writeTokenFile cannot both be set");
        assertThat(dev(Map.of("WEIR_HTTP_HOST", "0.0.0.0")))
                .startsWith("2 http.host: 0.0.0.0 ")
                .contains("WEIR_HTTP_WRITE_TOKEN");
        assertThat(dev(Map.of("WEIR_HTTP_READ_TOKEN_FILE", "nowhere.txt")))
                .startsWith("2 ")
                .contains("nowhere.txt");
    }

    private static String dev(Map<String, String> environment) {
        Failure failure = catchThrowableOfType(Failure.class, () -> new DevCommand(environment).call());
        return failure.exitCode() + " " + failure.getMessage();
    }

    @Test
    void invalidSettingsAreListedWithTheirLines() throws IOException {
        String config = file("weirkeeper.yaml", "format: avrol\ntime: {late: soon}\nkafka: {}\ncolour: red\n");
        assertThat(shell.run("topics", "check", "--config", config)).isEqualTo(2);
        assertThat(shell.printed())
                .contains(
                        "line 1: format: \"avrol\" is unknown; allowed: avro, json, or the full name of a serde's class")
                .contains("line 2: time.late: ")
                .contains("line 4: colour: unknown key");
    }

    @Test
    void aTimeToComeIsWhatUntilTakes() {
        assertThat(shell.run("sender", "block", "+1", "--until", "yesterday")).isEqualTo(2);
        assertThat(shell.run("sender", "block", "+1", "--until", "1970-01-01T00:00:00Z"))
                .isEqualTo(2);
        assertThat(shell.printed()).contains("--until takes a time to come");
        assertThat(shell.run("gate", "pause", "--until", "0s")).isEqualTo(2);
        assertThat(shell.printed()).contains("--until takes a time to come").contains("not 0s");
    }

    @Test
    void simulateTellsBadLinesByNumberJudgesTheOthersAndEndsWith1() throws IOException {
        String policy = file("policy.yaml", POLICY);
        String trace = file("trace.jsonl", """
                {"id":"a","sender":"+1","body":"x","sentAt":"2026-01-01T00:00:00Z"}
                {"id":"b","sender":
                {"id":"c","sender":"+1","body":"y","sentAt":"2026-01-01T00:00:01Z"}
                """);
        String lines = simulate(1, "--policy", policy, trace);
        assertThat(shell.printed()).contains("line 2: ");
        assertThat(lines.lines().toList())
                .containsExactly(
                        "{\"at\":\"2026-01-01T00:00:00.000Z\",\"verdict\":\"ALLOWED\",\"id\":\"a\",\"sender\":\"+1\"}",
                        "{\"at\":\"2026-01-01T00:00:01.000Z\",\"verdict\":\"BLOCKED\",\"id\":\"c\",\"sender\":\"+1\","
                                + "\"reason\":\"RATE_LIMITED\",\"rule\":\"sender\","
                                + "\"detail\":\"2nd message; 1 per 1m allowed\","
                                + "\"retryAt\":\"2026-01-01T00:01:00.000Z\"}");
    }

    @Test
    void aSummaryReplacesTheVerdicts() throws IOException {
        String policy = file("policy.yaml", POLICY);
        String trace = file(
                "trace.jsonl",
                "{\"sender\":\"+1\",\"body\":\"x\",\"sentAt\":0}\n{\"sender\":\"+1\",\"body\":\"y\",\"sentAt\":1}\n");
        assertThat(simulate(0, "--summary", "--policy", policy, trace).lines().toList())
                .containsExactly(
                        "judged                         2",
                        "ALLOWED                        1",
                        "DEBOUNCED                      0",
                        "BLOCKED                        1",
                        "  RATE_LIMITED                 1",
                        "saved                       50.0 %");
    }

    @Test
    void explainSaysWithEachVerdictWhatTheChecksAnswered() throws IOException {
        String policy = file("policy.yaml", POLICY + "content: {links: {max: 0}}\n");
        String trace = file("trace.jsonl", "{\"sender\":\"+1\",\"body\":\"x\",\"sentAt\":0}\n");
        assertThat(simulate(0, "--explain", "--policy", policy, trace))
                .contains("\"checks\":[\"links 0 of 0\",\"sender: 1 left of 1 per 1m\"]}");
        assertThat(simulate(0, "--policy", policy, trace)).doesNotContain("checks");
    }

    @Test
    void realChatGivesEachMessageOneVerdictAndTheSameBytesTwice() {
        String policy = Path.of("examples", "policies", "sms-webhook.yaml").toString();
        String trace = Path.of("examples", "irc-2000.jsonl").toString();
        String first = simulate(0, "--policy", policy, trace);
        assertThat(simulate(0, "--policy", policy, trace)).isEqualTo(first);
        assertThat(first.lines().map(line -> line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")))
                .hasSize(2_000)
                .doesNotHaveDuplicates();
    }

    private String simulate(int exitCode, String... options) {
        List<String> words = new ArrayList<>(List.of("simulate"));
        words.addAll(List.of(options));
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(shell.run(words.toArray(String[]::new))).isEqualTo(exitCode);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
