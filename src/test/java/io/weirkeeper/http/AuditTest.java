package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.weirkeeper.config.SenderNames;
import io.weirkeeper.service.Operators;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Every write is one line of the log: by whom, what, of whom. */
@Isolated // the log is that of all tests
class AuditTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Audit.class);
    private final @Nullable Level before = log.getLevel();
    private final FakeGate gate;

    AuditTest() throws Exception {
        gate = FakeGate.local();
    }

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        log.addAppender(lines);
    }

    @AfterEach
    void close() {
        log.detachAppender(lines);
        log.setLevel(before);
        log.setAdditive(true);
        gate.close();
    }

    private List<String> written() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void eachWriteIsALineWithTheSenderMasked() throws Exception {
        String until = "{\"until\":\"2999-01-01T00:00:00Z\"}";
        gate.ask("PUT", "/v1/registered/+15550100", until, "X-Operator", "ann");
        gate.ask("POST", "/v1/senders/+15550100/forget", "", "X-Operator", "bob");
        gate.ask("PUT", "/v1/blocked-addresses/203.0.113.7", "");
        gate.ask("POST", "/v1/gate/resume", "");

        assertThat(written())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("by=ann said=register of=+15***00 until=2999-01-01T00:00:00.000Z id=id-0"))
                .anySatisfy(line -> assertThat(line).isEqualTo("by=bob said=forget of=+15***00 id=id-1"))
                .anySatisfy(line -> assertThat(line).startsWith("by=local said=block-address of=203***.7 id="))
                .anySatisfy(line -> assertThat(line).startsWith("by=local said=resume of=the gate id="));
    }

    /** It may have been written all the same. */
    @Test
    void aWriteOfWhichNobodyKnowsWhetherItHappenedIsALineToo() throws Exception {
        gate.brokerIsAway = true;
        gate.ask("PUT", "/v1/blocklist/+15550100", "", "X-Operator", "ann");
        gate.ask("PUT", "/v1/policy", "name: a", "Content-Type", "text/yaml", "X-Operator", "ann");

        assertThat(written())
                .satisfiesExactly(
                        block -> assertThat(block).startsWith("by=ann said=block of=+15***00 written=unknown: "),
                        policy -> assertThat(policy).startsWith("by=ann said=policy of=the gate written=unknown: "));
    }

    @Test
    void whatIsRefusedIsNoWrite() throws Exception {
        gate.ask("PUT", "/v1/blocklist/+15550100", "{");

        assertThat(written()).isEmpty();
    }

    @Test
    void noNameBreaksTheLine() {
        Operators.Word word = new Operators.Word(Optional.of("a\nb"), Optional.empty(), OptionalLong.empty());
        new Audit(SenderNames.PLAIN).said("block", Optional.of("c\r\nd"), word, "id");

        assertThat(written()).containsExactly("by=a?b said=block of=c??d id=id");
    }
}
