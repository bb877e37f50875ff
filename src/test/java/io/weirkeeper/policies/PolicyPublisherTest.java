package io.weirkeeper.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.Problem;
import io.weirkeeper.topics.BrokerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PolicyPublisherTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final MemoryLog log = new MemoryLog();
    private final PolicyPublisher publisher = publisher(log);

    @Test
    void eachNewContentIsTheNextVersion() throws BrokerException {
        assertThat(publish("name: a")).isEqualTo("1 by alice: a note");
        assertThat(publish("name: b")).isEqualTo("2 by alice: a note");
        assertThat(publish("name: a")).isEqualTo("3 by alice: a note");

        assertThat(log.written())
                .extracting(MemoryLog.Written::key)
                .allSatisfy(key -> assertThat(PolicyKey.parse(key)).isPresent())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(publisher.history().get(2)).hasValueSatisfying(second -> {
            assertThat(second.publishedAt()).isEqualTo(NOON.toEpochMilli());
            assertThat(second.hash()).isEqualTo(Publication.hashOf("name: b"));
        });
    }

    @Test
    void theContentInForceIsNotPublishedAgain() throws BrokerException {
        publish("name: a");

        assertThat(publish("name: a")).isEqualTo("unchanged 1");
        assertThat(log.written()).hasSize(1);
    }

    @Test
    void anInvalidPolicyIsNotPublished() throws BrokerException {
        assertThat(publish("maxAge: soon\nmode: maybe"))
                .startsWith("[line 1: maxAge: ")
                .contains("line 2: mode: ");
        assertThat(log.written()).isEmpty();
    }

    @Test
    void aWindowThatTheStateDoesNotKeepIsAProblem() throws BrokerException {
        PolicyPublisher shortMemory =
                new PolicyPublisher(log, new PolicyCheck(new PolicyReader(Duration.ofHours(1))), Clock.systemUTC());

        assertThat(shortMemory.publish(draft("duplicates: {window: 2h}"))).isInstanceOf(Published.Invalid.class);
    }

    @Test
    void whatMessagesAreKeyedByCannotChange() throws BrokerException {
        publish("name: a");

        assertThat(publish("name: b\nkeyedBy: recipient")).startsWith("[line 2: keyedBy: must stay sender");
        assertThat(log.written()).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsNotPublished() throws BrokerException {
        String yaml = "# " + "x".repeat(Draft.LARGEST_YAML);

        assertThat(publish(yaml)).isEqualTo("the policy has 8388610 bytes, and at most 8388608 can be published");
        assertThat(describe(publisher.publish(new Draft("name: a", "alice", "x".repeat(2_001)))))
                .isEqualTo("author and note have at most 2000 characters each");
        assertThat(log.written()).isEmpty();
    }

    @Test
    void ofTwoWhoPublishAtOnceTheSecondIsTold() throws BrokerException {
        publish("name: a");
        log.beforeAppend(() -> other("name: theirs"));

        assertThat(publish("name: mine")).isEqualTo("overtaken 2");
        assertThat(publisher.inForce())
                .hasValueSatisfying(now -> assertThat(now.policy().name()).isEqualTo("theirs"));
        assertThat(publish("name: mine")).isEqualTo("3 by alice: a note");
    }

    @Test
    void twoWhoPublishTheSameAtOnceMakeOneVersion() throws BrokerException {
        log.beforeAppend(() -> other("name: ours"));

        assertThat(publish("name: ours")).isEqualTo("unchanged 1");
        assertThat(publisher.history().all()).hasSize(1);
        assertThat(log.written())
                .extracting(MemoryLog.Written::key)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whoeverLooksLateIsOvertakenByLaterVersionsToo() throws BrokerException {
        log.beforeAppend(() -> {
            other("name: first");
            other("name: second");
        });

        assertThat(publish("name: mine")).isEqualTo("overtaken 1");
        assertThat(publisher.history().latest()).isEqualTo(2);
    }

    @Test
    void anInstanceStartsByWhatIsPublishedAndPublishesWhatItIsToldTo() throws Exception {
        assertThatThrownBy(() -> new StartPolicy.Latest().settle(publisher))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("no policy is published yet");
        assertThat(new StartPolicy.Otherwise(draft("name: preset"))
                        .settle(publisher)
                        .latest())
                .isEqualTo(1);
        assertThat(new StartPolicy.Otherwise(draft("name: other"))
                        .settle(publisher)
                        .latest())
                .isEqualTo(1);
        assertThat(new StartPolicy.Wanted(draft("name: file")).settle(publisher).latest())
                .isEqualTo(2);
        assertThat(new StartPolicy.Wanted(draft("name: file")).settle(publisher).latest())
                .isEqualTo(2);
        assertThat(new StartPolicy.Latest().settle(publisher).policy().name()).isEqualTo("file");
        assertThatThrownBy(() -> new StartPolicy.Wanted(draft("keyedBy: recipient")).settle(publisher))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("must stay sender");
    }

    private void other(String yaml) {
        try {
            publisher(log.sharing()).publish(new Draft(yaml, "bob", ""));
        } catch (BrokerException e) {
            throw new AssertionError(e);
        }
    }

    private String publish(String yaml) throws BrokerException {
        return describe(publisher.publish(draft(yaml)));
    }

    private static Draft draft(String yaml) {
        return new Draft(yaml, "alice", "a note");
    }

    private static PolicyPublisher publisher(PolicyLog log) {
        return new PolicyPublisher(log, new PolicyCheck(new PolicyReader()), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static String describe(Published published) {
        if (published instanceof Published.Anew anew) {
            Publication one = anew.publication();
            return one.version() + " by " + one.author() + ": " + one.note();
        } else if (published instanceof Published.Unchanged same) {
            return "unchanged " + same.publication().version();
        } else if (published instanceof Published.Invalid invalid) {
            return invalid.problems().stream().map(Problem::toString).toList().toString();
        } else if (published instanceof Published.TooLarge tooLarge) {
            return tooLarge.problem();
        }
        return "overtaken " + ((Published.Overtaken) published).version();
    }
}
