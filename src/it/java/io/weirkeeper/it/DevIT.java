package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command that a new user types first. */
@Execution(ExecutionMode.CONCURRENT)
class DevIT {
    private static final Pattern BROKER = Pattern.compile("broker +(127\\.0\\.0\\.1:[0-9]+)");
    private static final Pattern EXPORT = Pattern.compile("export ([A-Z_]+)=(\\S+)");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void itSaysWhatToTypeShowsTheDemoAndKeepsItsDataBetweenRuns() throws Exception {
        String data = directory.resolve("data").toString();
        try (WeirProcess dev = WeirProcess.start(directory, "dev", "--demo", "--data", data)) {
            dev.awaitPrinted("Ctrl-C stops it.").awaitPrinted("ALLOWED");
            assertThat(dev.printed()).contains("kcat -P -b " + broker(dev)).contains("-t allowed-messages");
            assertThat(dev.stop()).isEqualTo(143);
            assertThat(dev.errors()).doesNotContain("Exception");
        }
        Instant restarted = Instant.now();
        try (WeirProcess again = WeirProcess.start(directory, "dev", "--data", data)) {
            again.awaitPrinted("Ctrl-C stops it.");
            try (WeirProcess tail =
                    WeirProcess.start(directory, "tail", "--from-beginning", "--max", "1", "-b", broker(again))) {
                assertThat(tail.awaitEnd()).isZero();
                assertThat(Instant.parse(
                                tail.output().substring(0, tail.output().indexOf(' '))))
                        .isBefore(restarted);
            }
        }
    }

    /** Ctrl-C at a terminal reaches the registry too, unlike a SIGTERM. */
    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere there is no setsid
    void withAvroItSaysWhatToTypeSoThatItWorksAndAnInterruptTakesTheRegistryAndItsFilesAlong() throws Exception {
        Path messages = Files.writeString(
                directory.resolve("messages.jsonl"),
                "{\"channel\":\"sms\",\"sender\":\"+15550100\",\"body\":\"hello\"}");
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (WeirProcess dev = WeirProcess.startGroup(directory, environment, "dev", "--avro")) {
            dev.awaitPrinted("Ctrl-C stops it.");
            Map<String, String> exported = exported(dev);
            assertThat(exported).containsEntry("WEIR_KAFKA_BOOTSTRAP_SERVERS", broker(dev));
            assertThat(dev.printed())
                    .contains("./weir send --format avro", "./weir tail --from-beginning --format avro")
                    .contains("examples/responders")
                    .doesNotContain("kcat");
            try (WeirProcess send =
                            WeirProcess.start(directory, exported, "send", "--format", "avro", messages.toString());
                    WeirProcess tail = WeirProcess.start(
                            directory, exported, "tail", "--from-beginning", "--format", "avro", "--max", "1")) {
                assertThat(send.awaitEnd()).isZero();
                assertThat(tail.awaitEnd()).isZero();
                assertThat(tail.printed()).contains("ALLOWED").contains("+15550100  hello");
            }
            List<ProcessHandle> registry = dev.started("java");
            assertThat(registry).hasSize(1);
            assertThat(temporary).isDirectoryContaining("glob:**/weir-registry-*");

            dev.interruptGroup();

            try {
                await().atMost(Kafka.PATIENCE).until(() -> !registry.get(0).isAlive());
            } finally {
                registry.get(0).destroyForcibly(); // it may be nobody's child
            }
            assertThat(dev.awaitEnd()).isEqualTo(130);
            assertThat(dev.errors()).doesNotContain("Exception");
            await().atMost(Kafka.PATIENCE)
                    .untilAsserted(() -> assertThat(temporary).isDirectoryNotContaining("glob:**/weir-registry-*"));
        }
    }

    @Test
    void aBusyPortIsOneClearMessage() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WeirProcess dev =
                        WeirProcess.start(directory, "dev", "--port", Integer.toString(busy.getLocalPort()))) {
            assertThat(dev.awaitEnd()).isEqualTo(1);
            assertThat(dev.printed().trim())
                    .isEqualTo("weir: port " + busy.getLocalPort() + " is in use; choose another with --port");
        }
    }

    private static String broker(WeirProcess dev) {
        Matcher matcher = BROKER.matcher(dev.printed());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static Map<String, String> exported(WeirProcess dev) {
        return EXPORT.matcher(dev.printed())
                .results()
                .collect(Collectors.toMap(export -> export.group(1), export -> export.group(2)));
    }
}
