package io.weirkeeper.scenario;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the preset for outbound messages, what a provider answers stops them. Traces know no delivery reports. */
class ProviderErrorsTest {
    private static final long START = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();
    private static final long PAUSE = Duration.ofMinutes(10).toMillis();

    private final DrivenGate gate =
            new DrivenGate(PolicyText.valid(Example.text(Path.of("examples/policies/whatsapp-outbound.yaml"))), START);

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void afterFiveFailuresMessagesWaitForTenMinutes() {
        for (int i = 0; i < 4; i++) {
            fails("OTHER", START);
        }
        sends("a", START);
        fails("RATE_LIMITED", START);
        sends("b", START + 50);
        assertThat(allowed()).containsExactly("a");

        gate.advanceTo(START + PAUSE - 50);
        assertThat(allowed()).isEmpty();

        gate.advanceTo(START + PAUSE);
        assertThat(allowed()).containsExactly("b");
        assertThat(gate.values(TOPICS.senderPenalties()))
                .singleElement()
                .asString()
                .contains("PROVIDER_BACKOFF");
    }

    @Test
    void refusedCredentialsStopMessagesUntilAnOperatorResumes() {
        fails("AUTHENTICATION", START);
        sends("a", START + 50);
        gate.advanceTo(START + PAUSE + 50);
        assertThat(allowed()).isEmpty();

        gate.control("", "{\"type\":\"resume\"}", START + PAUSE + 100);

        assertThat(allowed()).containsExactly("a");
    }

    private void fails(String kind, long time) {
        String report = "{\"messageId\":\"m\",\"recipient\":\"+15550110\",\"status\":\"FAILED\",\"errorKind\":\"%s\"}"
                .formatted(kind);
        gate.send(TOPICS.deliveryReports(), "", report, time);
    }

    private void sends(String id, long time) {
        String recipient = "to " + id;
        String message = "{\"id\":\"%s\",\"sender\":\"shop\",\"recipient\":\"%s\",\"body\":\"hello\"}";
        gate.message(recipient, message.formatted(id, recipient), time);
    }

    private List<String> allowed() {
        return gate.values(TOPICS.allowedMessages()).stream()
                .map(json -> TraceLine.read(json).path("message").path("id").asText())
                .toList();
    }
}
