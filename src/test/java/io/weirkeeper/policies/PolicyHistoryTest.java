package io.weirkeeper.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.PolicyReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from the records of the topic, in the order of the log. */
class PolicyHistoryTest {
    private static final long NOON = 1_772_452_800_000L;
    private static final PolicyCheck CHECK = new PolicyCheck(new PolicyReader());

    private final PolicyHistory history = new PolicyHistory();

    @Test
    void ofEachVersionTheFirstRecordCounts() {
        take(1, "name: a", "00000001");
        take(2, "name: b", "00000002");
        take(2, "name: c", "00000003");
        take(2, "name: b", "00000004");
        take(3, "name: d", "00000005");

        assertThat(history.all()).extracting(Publication::yaml).containsExactly("name: a", "name: b", "name: d");
        assertThat(history.get(2).map(Publication::yaml)).contains("name: b");
        assertThat(history.get(4)).isEmpty();
        assertThat(inForce().map(now -> now.policy().name() + " " + now.policy().version()))
                .contains("d 3");
    }

    /** Its author had looked at the topic before the later one came. */
    @Test
    void aVersionThatComesAfterALaterOneCountsForNothing() {
        take(1, "name: a", "00000001");
        take(3, "name: c", "00000003");
        take(2, "name: b", "00000002");

        assertThat(history.all()).extracting(Publication::version).containsExactly(1L, 3L);
    }

    @Test
    void whatIsNoRecordOfAPolicyIsPassedOver() {
        history.take(null, new byte[0]);
        history.take("any", "{}".getBytes(StandardCharsets.UTF_8));
        history.take("0000000000-00000000-00000000", new byte[0]);
        history.take("0000000009-00000000-00000000", null);

        assertThat(history.latest()).isZero();
        assertThat(inForce()).isEmpty();
    }

    @Test
    void aVersionThatCannotBeReadIsTakenAndTheOneBeforeStaysInForce() {
        take(1, "name: a", "00000001");
        history.take("0000000002-00000000-00000000", "{\"format\":7}".getBytes(StandardCharsets.UTF_8));

        assertThat(history.latest()).isEqualTo(2);
        assertThat(inForce()).hasValueSatisfying(now -> {
            assertThat(now.policy().version()).isEqualTo(1);
            assertThat(now.latest()).isEqualTo(2);
            assertThat(now.refusal())
                    .hasValueSatisfying(
                            bad -> assertThat(bad.toString()).startsWith("version 2: format 7 is not known"));
        });
    }

    @Test
    void anInvalidVersionIsNotUsed() {
        take(1, "name: a", "00000001");
        take(2, "maxAge: soon", "00000002");

        assertThat(inForce()).hasValueSatisfying(now -> {
            assertThat(now.policy().version()).isEqualTo(1);
            assertThat(now.refusal())
                    .hasValueSatisfying(bad -> assertThat(bad.toString()).startsWith("version 2: line 1: maxAge: "));
        });
        take(3, "name: c", "00000003");
        assertThat(inForce()).hasValueSatisfying(now -> {
            assertThat(now.policy().version()).isEqualTo(3);
            assertThat(now.refusal()).isEmpty();
        });
    }

    @Test
    void whatMessagesAreKeyedByIsSaidByTheOldestValidVersionAndStays() {
        take(1, "nonsense: 1", "00000001");
        take(2, "keyedBy: recipient", "00000002");
        take(3, "keyedBy: sender", "00000003");
        take(4, "name: left out", "00000004");

        assertThat(inForce()).hasValueSatisfying(now -> {
            assertThat(now.policy().version()).isEqualTo(2);
            assertThat(now.refusal())
                    .hasValueSatisfying(bad -> assertThat(bad.toString())
                            .isEqualTo("version 4: line 1: keyedBy: must stay recipient: it cannot change, all that is"
                                    + " counted goes by it"));
        });
    }

    private void take(long version, String yaml, String nonce) {
        Publication publication = Publication.of(new Draft(yaml, "", ""), version, NOON);
        history.take(PolicyKey.of(publication, nonce).toString(), PublicationCodec.encode(publication));
    }

    private Optional<PolicyInForce> inForce() {
        return PolicyInForce.of(history, CHECK);
    }
}
