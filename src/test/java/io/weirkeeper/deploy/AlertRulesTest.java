package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts fire when they should and not when they should not: alerts.test.yaml, run by promtool where it is installed. */
class AlertRulesTest {
    private static final Path MONITORING = Manifests.ROOT.resolve("monitoring");
    private static final Path TESTS = MONITORING.resolve("alerts.test.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    /** A file of Prometheus is the specification of the operator's resource; JSON is YAML. */
    @BeforeEach
    void writeTheRulesBesideTheirTests() throws IOException {
        Manifest rules = Manifest.read(MONITORING.resolve("alerts.yaml")).get(0);
        Files.writeString(
                directory.resolve("alerts.rules.yaml"),
                rules.content().path("spec").toString());
        Files.copy(TESTS, directory.resolve("alerts.test.yaml"));
    }

    @Test
    void theRulesDoWhatTheirTestsSay() throws Exception {
        promtool("check", "rules", "alerts.rules.yaml");
        promtool("test", "rules", "alerts.test.yaml");
    }

    @Test
    void everyAlertIsTestedForFiringAndForKeepingQuiet() throws IOException {
        Set<String> alerts = new TreeSet<>();
        Manifest.read(MONITORING.resolve("alerts.yaml"))
                .get(0)
                .list("/spec/groups/0/rules")
                .forEach(rule -> alerts.add(rule.path("alert").asText()));
        Set<String> fired = new TreeSet<>();
        Set<String> quiet = new TreeSet<>();
        Manifest.read(TESTS)
                .get(0)
                .list("/tests")
                .forEach(test -> test.path("alert_rule_test")
                        .forEach(check -> (check.path("exp_alerts").isEmpty() ? quiet : fired)
                                .add(check.path("alertname").asText())));

        assertThat(alerts).isNotEmpty();
        assertThat(fired).isEqualTo(alerts);
        assertThat(quiet).isEqualTo(alerts);
    }

    private void promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException notThere) {
            abort("promtool is not installed");
            return;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
