package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that a new user types first. */
class DevIT {
    private static final Pattern BROKER = Pattern.compile("broker +(127\\.0\\.0\\.1:[0-9]+)");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void itSaysWhatToTypeShowsTheDemoAndKeepsItsDataBetweenRuns() throws Exception {
        String data = directory.resolve("data").toString();
        String allowed;
        try (WeirProcess dev = WeirProcess.start(directory, "dev", "--demo", "--data", data)) {
            dev.awaitPrinted("Ctrl-C stops it.").awaitPrinted("ALLOWED");
            assertThat(dev.printed()).contains("kcat -P -b " + broker(dev)).contains("-t allowed-messages");
            allowed = firstAllowed(dev);
            assertThat(dev.stop()).isEqualTo(143);
            assertThat(dev.errors()).doesNotContain("Exception");
        }
        try (WeirProcess again = WeirProcess.start(directory, "dev", "--data", data)) {
            again.awaitPrinted("Ctrl-C stops it.");
            try (WeirProcess tail =
                    WeirProcess.start(directory, "tail", "--from-beginning", "--max", "1", "-b", broker(again))) {
                assertThat(tail.awaitEnd()).isZero();
                assertThat(tail.printed()).contains(allowed);
            }
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

    private static String firstAllowed(WeirProcess dev) {
        return dev.printed()
                .lines()
                .filter(line -> line.contains("ALLOWED"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }
}
