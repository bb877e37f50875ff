package io.weirkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.topics.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What people see of verdicts. */
class VerdictPrinterTest {
    private static final Topics TOPICS = new Topics("test-");
    private static final Message MESSAGE = Message.of("m1", "sms", "+1555", "hello", 0);
    private static final String AT = "1970-01-01T00:00:00.000Z";

    private final StringWriter printed = new StringWriter();
    private final VerdictPrinter printer = new VerdictPrinter(TOPICS, new JsonFormat(), new PrintWriter(printed));

    @Test
    void anAllowedMessageIsShownWithItsText() {
        print(TOPICS.allowedMessages(), new Allowed(MESSAGE, 0, 1, List.of(), Optional.empty()));

        assertThat(line()).isEqualTo(AT + "  ALLOWED    +1555  hello");
    }

    @Test
    void aDebouncedMessageIsShownWithTheOneThatStandsForIt() {
        print(TOPICS.debouncedMessages(), new Debounced(MESSAGE, 0, 1, Debounced.Cause.SUPERSEDED, "m2"));

        assertThat(line()).isEqualTo(AT + "  DEBOUNCED  +1555  SUPERSEDED by m2  hello");
    }

    @Test
    void aBlockedMessageIsShownWithItsReasonAndRule() {
        print(TOPICS.blockedMessages(), blocked(Reason.QUEUE_FULL, Optional.of("gap")));

        assertThat(line()).isEqualTo(AT + "  BLOCKED    +1555  QUEUE_FULL (gap)  hello");
    }

    @Test
    void whatSendersChooseCannotSteerTheTerminal() {
        Message odd = Message.of("m1", "sms", "a\u001b[2Jb", "c\u0007\n\u009bd", 0);

        print(TOPICS.debouncedMessages(), new Debounced(odd, 0, 1, Debounced.Cause.MERGED, "\u001bm2"));

        assertThat(line()).isEqualTo(AT + "  DEBOUNCED  a [2Jb  MERGED by  m2  c d");
    }

    @Test
    void aLongTextIsCut() {
        Message longer = Message.of("m1", "sms", "+1555", "x".repeat(61), 0);

        print(TOPICS.allowedMessages(), new Allowed(longer, 0, 1, List.of(), Optional.empty()));

        assertThat(line()).endsWith("  " + "x".repeat(60) + "...");
    }

    @Test
    void aRecordInAnotherFormatIsNamedByItsPlace() {
        printer.print(new ConsumerRecord<>(TOPICS.allowedMessages(), 2, 7, "+1555", new byte[] {0, 1}));

        assertThat(line()).isEqualTo("test-allowed-messages 2-7: not in the format of the settings");
    }

    private static Blocked blocked(Reason reason, Optional<String> rule) {
        return new Blocked(
                MESSAGE, 0, 1, reason, rule, "why", OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    private void print(String topic, Verdict verdict) {
        printer.print(new ConsumerRecord<>(topic, 0, 0, "+1555", new JsonFormat().verdict(verdict)));
    }

    private String line() {
        assertThat(printed.toString().lines()).hasSize(1);
        return printed.toString().strip();
    }
}
