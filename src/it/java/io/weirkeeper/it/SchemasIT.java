package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.cli.Shell;
import io.weirkeeper.registry.CallLimits;
import io.weirkeeper.registry.Compatibility;
import io.weirkeeper.registry.RegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types to have the schemas at a registry that is not ours. */
class SchemasIT {
    private static final String SUBJECTS = "inbound-messages gate-control delivery-reports allowed-messages"
            + " debounced-messages blocked-messages sender-penalties";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    @Test
    void registeringTellsTheIdsAndTheSameOnesTheSecondTime() throws IOException {
        use(Registry.url(), "first-");

        assertThat(shell.run("schemas", "register")).isZero();
        String first = shell.printed();
        assertThat(shell.run("schemas", "register")).isZero();

        assertThat(shell.printed()).isEqualTo(first);
        assertThat(first.lines()).hasSize(7).allMatch(line -> line.matches("first-[a-z-]+-value has id [0-9]+"));
        for (String subject : SUBJECTS.split(" ")) {
            assertThat(first).contains("first-" + subject + "-value has id ");
        }
    }

    @Test
    void whatIsRegisteredOrNotThereYetIsCompatible() throws IOException {
        use(Registry.url(), "second-");

        assertThat(shell.run("schemas", "check")).isZero();
        assertThat(shell.printed().lines()).hasSize(7).allMatch(line -> line.endsWith("-value is compatible"));
        assertThat(shell.run("schemas", "register")).isZero();
        assertThat(shell.run("schemas", "check")).isZero();
        assertThat(shell.printed().lines()).hasSize(7).allMatch(line -> line.endsWith("-value is compatible"));
    }

    @Test
    void whatMayNotFollowIsToldAndRefused() throws IOException {
        String subject = "third-allowed-messages-value";
        use(Registry.url(), "third-");
        RegistryClient client = client();
        client.register(subject, another());
        client.demand(subject, Compatibility.BACKWARD);

        assertThat(shell.run("schemas", "check")).isEqualTo(1);
        assertThat(shell.printed()).containsPattern(subject + " is not compatible\\R  \\S");
        assertThat(shell.printed().lines().filter(line -> line.endsWith(" is compatible")))
                .hasSize(6);
        assertThat(shell.run("schemas", "register")).isEqualTo(1);
        assertThat(shell.printed()).contains("weir: POST /subjects/" + subject + "/versions: ");
    }

    @Test
    void withoutARegistryTheSettingIsNamed() {
        assertThat(shell.run("schemas", "check")).isEqualTo(2);
        assertThat(shell.printed()).contains("schema.registry.url").contains("WEIR_KAFKA_SCHEMA_REGISTRY_URL");
        assertThat(shell.printed().lines()).hasSize(1);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsOneLine() throws IOException {
        use("http://127.0.0.1:1", "");

        assertThat(shell.run("schemas", "register")).isEqualTo(1);
        assertThat(shell.printed()).startsWith("weir: ").contains("http://127.0.0.1:1 cannot be reached");
        assertThat(shell.printed().lines()).hasSize(1);
    }

    private void use(String registry, String prefix) throws IOException {
        Path config = Files.writeString(
                directory.resolve("weirkeeper.yaml"), "kafka: {schema.registry.url: \"" + registry + "\"}");
        shell.always("--config", config.toString(), "--topic-prefix", prefix);
    }

    private static RegistryClient client() throws IOException {
        return RegistryClient.open(Registry.settings(Registry.url()), CallLimits.DEFAULT);
    }

    /** Of the same name as ours, and without anything that ours needs. */
    private static Schema another() {
        return SchemaBuilder.record("io.weirkeeper.events.AllowedMessage")
                .fields()
                .requiredString("text")
                .endRecord();
    }
}
