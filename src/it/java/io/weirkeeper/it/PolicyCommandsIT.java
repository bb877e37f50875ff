package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.cli.Shell;
import io.weirkeeper.config.Settings;
import io.weirkeeper.policies.Draft;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The commands about published policies, on a broker. */
@Execution(ExecutionMode.CONCURRENT)
class PolicyCommandsIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveSettings() {
        settings = Kafka.settings(directory.resolve("state"));
        shell.always(
                "--bootstrap-server",
                settings.bootstrapServers(),
                "--topic-prefix",
                settings.topics().prefix());
    }

    @Test
    void policiesArePublishedShownListedComparedAndTakenBack() throws Exception {
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        assertThat(shell.run("policy", "show")).isEqualTo(1);
        assertThat(shell.printed().trim()).isEqualTo("weir: no policy is published yet");

        String file = file("name: bot\nmaxAge: 10m\n");
        assertThat(shell.run("policy", "apply", file, "--by", "alice", "--note", "the first"))
                .isZero();
        assertThat(shell.printed().trim()).isEqualTo("published version 1");
        assertThat(shell.run("policy", "apply", file)).isZero();
        assertThat(shell.printed().trim()).isEqualTo("unchanged: this is version 1 already; nothing was published");
        assertThat(shell.run("policy", "diff")).isEqualTo(1);

        assertThat(shell.run("policy", "apply", file("name: bot\nmaxAge: 5m\n"), "--by", "bob"))
                .isZero();
        assertThat(shell.run("policy", "diff")).isZero();
        assertThat(shell.printed())
                .isEqualTo("--- version 1\n+++ version 2\n@@ -1,2 +1,2 @@\n name: bot\n-maxAge: 10m\n+maxAge: 5m\n");
        assertThat(shell.run("policy", "show", "1")).isZero();
        assertThat(shell.printed())
                .matches("(?s)# weir: version 1, published 20[-0-9T:.]+Z by alice\n# weir: note: the first\n"
                        + "# weir: sha256 [0-9a-f]{64}\nname: bot\nmaxAge: 10m\n");

        assertThat(shell.run("policy", "rollback", "1", "--by", "bob")).isZero();
        assertThat(shell.printed().trim()).isEqualTo("published version 3");
        assertThat(shell.run("policy", "history")).isZero();
        assertThat(shell.printed().lines())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .isEqualTo("VERSION  PUBLISHED                 BY     SHA256    NOTE"
                                        .indent(1)
                                        .stripTrailing()),
                        one -> assertThat(one).matches(" {7}1  20[-0-9T:.]+Z  alice  [0-9a-f]{8}  the first"),
                        two -> assertThat(two).matches(" {7}2  20[-0-9T:.]+Z  bob    [0-9a-f]{8}"),
                        three -> assertThat(three)
                                .matches("\\* {6}3  20[-0-9T:.]+Z  bob    [0-9a-f]{8}  back to version 1"));
    }

    @Test
    void whatIsShownCanBeAppliedAgain() throws Exception {
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        shell.run("policy", "apply", file("name: bot\n"), "--note", "many\nlines");
        shell.run("policy", "show");

        assertThat(shell.run("policy", "apply", file(shell.printed()))).isZero();
        assertThat(shell.printed()).startsWith("unchanged: this is version 1");
    }

    @Test
    void badPoliciesUnknownVersionsAndAMissingTopicAreClearMessages() throws Exception {
        assertThat(shell.run("policy", "history")).isEqualTo(1);
        assertThat(shell.printed())
                .contains("there is no topic " + settings.topics().gatePolicies());

        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        assertThat(shell.run("policy", "apply", file("maxAge: soon"))).isEqualTo(2);
        assertThat(shell.printed()).contains("invalid policy: ").contains("  line 1: maxAge: ");
        shell.run("policy", "apply", file("name: bot"));
        assertThat(shell.run("policy", "apply", file("keyedBy: recipient"))).isEqualTo(2);
        assertThat(shell.printed()).contains("line 1: keyedBy: must stay sender");
        assertThat(shell.run("policy", "show", "9")).isEqualTo(2);
        assertThat(shell.printed().trim()).isEqualTo("weir: there is no version 9; the versions are 1 to 1");
        assertThat(shell.run("policy", "rollback", "9")).isEqualTo(2);
        assertThat(shell.run("policy", "apply", file("# xxxxx\n".repeat(Draft.LARGEST_YAML / 8 + 1))))
                .isEqualTo(2);
        assertThat(shell.printed()).contains("bytes, and at most 8388608 can be published");
    }

    @Test
    void withoutAPolicyOnTheTopicTheServiceNeedsAFile() throws Exception {
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);

        assertThat(shell.run("run", "--format", "json")).isEqualTo(2);
        assertThat(shell.printed().trim())
                .isEqualTo("weir: no policy is published yet; give one with --policy FILE, or publish one with:"
                        + " weir policy apply FILE");
    }

    /** That it publishes the file that it was given is seen in CrashIT. */
    @Test
    void theServiceGoesByWhatIsPublishedAndNamesTheVersion() throws Exception {
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        shell.run("policy", "apply", file("name: bot"));
        shell.run("policy", "apply", file("name: other"), "--by", "ann", "--note", "another");
        Path config = Files.writeString(
                directory.resolve("weirkeeper.yaml"),
                "format: json\nstate: {directory: %s}\ntopics: {prefix: %s}\nkafka: {bootstrap.servers: \"%s\"}\n"
                        .formatted(
                                directory.resolve("state"), settings.topics().prefix(), settings.bootstrapServers()));
        try (WeirProcess run = WeirProcess.start(directory, "run", "--config", config.toString())) {
            run.awaitPrinted("by policy version 2 by ann: another");
        }
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("policy.yaml"), yaml).toString();
    }
}
