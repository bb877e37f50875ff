package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.cli.Shell;
import io.weirkeeper.config.Settings;
import io.weirkeeper.service.GateService;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as files, against a running broker. */
class ListsIT {
    /** For 50,000 entries; it takes two or three on a machine that is not busy. */
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Shell shell = new Shell();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Settings settings;

    @BeforeEach
    void haveTopics() throws Exception {
        settings = Kafka.settings(directory.resolve("state"));
        Kafka.createTopics(settings, 2, InboundTime.ARRIVAL);
        shell.always(
                "--bootstrap-server",
                settings.bootstrapServers(),
                "--topic-prefix",
                settings.topics().prefix());
    }

    @Test
    void aListOfFiftyThousandIsImportedAndExportedWithinSeconds() throws Exception {
        String rows = IntStream.range(0, 50_000)
                .mapToObj(i -> "+1555%06d,spam".formatted(i))
                .collect(Collectors.joining("\n"));
        String file = file("many.csv", "sender,reason\n" + rows + "\n");

        long start = System.nanoTime();
        assertThat(shell.run("list", "import", "blocked", file, "--by", "ann")).isZero();
        assertThat(shell.printed().trim()).isEqualTo("weir: 50,000 senders blocked");
        assertThat(export("blocked")).hasSize(50_001).contains("+1555042000,spam,,%s,ann");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_WHILE);
    }

    @Test
    void whatIsExportedCanBeImportedAndIsObeyed() throws Exception {
        String file = file("list.jsonl", """
                {"sender":"a","reason":"first"}
                {"sender":"+1","reason":"sells, as he says, \\"watches\\"","until":"2999-01-01T00:00:00Z"}
                {"sender":"over","until":"2001-01-01T00:00:00Z"}
                {"sender":"a","reason":"last"}
                """);
        assertThat(shell.run("list", "import", "blocked", file, "--by", "ann")).isZero();
        assertThat(shell.printed().lines())
                .containsExactly(
                        "line 1: this sender comes again in line 4",
                        "left out, because their time is over: 1 sender",
                        "weir: 2 senders blocked");
        assertThat(shell.run("sender", "forget", "a")).isZero();
        List<String> exported = export("blocked");
        assertThat(exported)
                .containsExactly(
                        "sender,reason,until,since,by",
                        "+1,\"sells, as he says, \"\"watches\"\"\",2999-01-01T00:00:00.000Z,%s,ann",
                        "a,last,,%s,ann");

        Path out = directory.resolve("out.csv");
        assertThat(shell.run("list", "export", "blocked", "--out", out.toString()))
                .isZero();
        assertThat(shell.run("list", "import", "blocked", out.toString(), "--remove"))
                .isZero();
        assertThat(shell.printed().trim()).isEqualTo("weir: 2 senders unblocked");
        assertThat(export("blocked")).hasSize(1);
        assertThat(shell.run("list", "import", "blocked", out.toString(), "--by", "ann"))
                .isZero();
        assertThat(export("blocked")).isEqualTo(exported);

        try (GateService gate = Gates.start(settings, Gates.FIVE_A_MINUTE);
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(gate).isNotNull();
            Kafka.awaitObeyed(settings, 7);
            inbox.send("a", "{\"sender\":\"a\",\"body\":\"hi\"}");
            inbox.flush();
            outbox.awaitEnded(1);
            assertThat(outbox.blocked())
                    .extracting(verdict -> verdict.path("detail").asText())
                    .containsExactly("blocked by ann: last");
        }
    }

    @Test
    void trustAndRegistrationAreListsToo() throws Exception {
        String file = file("list.csv", "sender\na\nb\n");
        for (String list : List.of("trusted", "registered")) {
            assertThat(shell.run("list", "import", list, file, "--by", "ann")).isZero();
            assertThat(shell.printed().trim()).isEqualTo("weir: 2 senders " + list);
        }
        shell.run("sender", "untrust", "a");
        shell.run("sender", "forget", "b");

        assertThat(export("trusted")).hasSize(1);
        assertThat(export("registered")).containsExactly("sender,reason,until,since,by", "a,,,%s,ann");
        assertThat(export("blocked")).hasSize(1);
    }

    @Test
    void addressesAreListedButNotThePauseBesideThem() throws Exception {
        String file = file("list.csv", "address,reason\n2001:db8::1,scanner\n203.0.113.7,\n203.0.113.8,\n");
        assertThat(shell.run("list", "import", "addresses", file, "--by", "ann"))
                .isZero();
        assertThat(shell.printed().trim()).isEqualTo("weir: 3 addresses blocked");
        assertThat(shell.run("list", "import", "addresses", file("off.csv", "address\n203.0.113.8\n"), "--remove"))
                .isZero();
        assertThat(shell.printed().trim()).isEqualTo("weir: 1 address unblocked");
        try (Inbox inbox = new Inbox(settings)) {
            inbox.sendTo(settings.topics().gateLists(), "global|", "{\"paused\":true}");
            inbox.sendTo(settings.topics().gateLists(), "by hand", "not JSON");
        }
        assertThat(export("addresses"))
                .containsExactly(
                        "address,reason,since,by", "2001:db8::1,scanner,%s,ann", "203.0.113.7,,%s,ann", "by hand,,%s,");
    }

    @Test
    void ofAFileWithABadLineNothingIsWritten() throws Exception {
        assertThat(shell.run("list", "import", "blocked", file("bad.csv", "sender,until\na,\nb,soon\n")))
                .isEqualTo(1);
        assertThat(shell.printed())
                .contains("line 3: until is neither a time")
                .contains("weir: 1 line is invalid; nothing was written");
        assertThat(export("blocked")).hasSize(1);
    }

    @Test
    void wrongUseIsToldBeforeAnythingIsRead() throws Exception {
        assertThat(shell.run("list", "import", "blocked", file("list.txt", "a\n")))
                .isEqualTo(2);
        assertThat(shell.printed()).contains("list.txt").contains("--as csv");
        assertThat(shell.run("list", "import", "blokked", "x.csv")).isEqualTo(2);
        assertThat(shell.run("list", "import", "blocked", "nowhere.csv")).isEqualTo(2);
        assertThat(shell.run("list", "export", "blocked", "--out", "x.txt")).isEqualTo(2);
    }

    /** The lines of an export without what comes after them, with %s for the times since when. */
    private List<String> export(String list) {
        assertThat(shell.run("list", "export", list)).isZero();
        return shell.printed()
                .lines()
                .filter(line -> !line.startsWith("weir: "))
                .map(line -> line.replaceAll("20[-0-9]{8}T[0-9:.]+Z", "%s"))
                .toList();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
