package io.weirkeeper.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.core.gate.Rules;
import io.weirkeeper.core.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LivePolicyTest {
    private static final PolicyCheck CHECK = new PolicyCheck(new PolicyReader());

    private final LivePolicy live = new LivePolicy(PolicyInForce.ofFile(policy("name: file")), CHECK);

    @Test
    void aPolicyFromAFileHasVersionZeroUntilOneComes() {
        assertThat(live.rules().policy().version()).isZero();
        take(1, "name: one");

        assertThat(live.rules().policy().version()).isEqualTo(1);
        assertThat(live.rules().policy().name()).isEqualTo("one");
        assertThat(live.inForce().publication())
                .hasValueSatisfying(one -> assertThat(one.author()).isEqualTo("alice"));
    }

    /** Gates are made anew when the object is another: after a restart the topic is read from its beginning. */
    @Test
    void whatIsKnownAlreadyOrRefusedLeavesTheSameRules() {
        take(2, "name: two");
        Rules before = live.rules();
        take(1, "name: one");
        take(2, "name: two");
        take(3, "maxAge: soon");

        assertThat(live.rules()).isSameAs(before);
        assertThat(live.inForce().latest()).isEqualTo(3);
        assertThat(live.inForce().publication())
                .hasValueSatisfying(two -> assertThat(two.version()).isEqualTo(2));
    }

    @Test
    void listenersHearOfThePolicyInForceAndOfEachThatComesInForce() {
        List<String> heard = new ArrayList<>();
        live.tell(policy -> heard.add(policy.version() + " " + policy.name()));
        take(1, "name: one");
        take(1, "name: one");
        take(2, "maxAge: soon");
        take(3, "name: three");

        assertThat(heard).containsExactly("0 file", "1 one", "3 three");
    }

    @Test
    void listenersHearWhichVersionIsRefusedUntilALaterOneIsNot() {
        List<String> heard = new ArrayList<>();
        live.tellRefusals(refusal ->
                heard.add(refusal.map(bad -> "refused " + bad.version()).orElse("none")));
        take(1, "maxAge: soon");
        take(2, "name: two");

        assertThat(heard).containsExactly("none", "refused 1", "none");
    }

    private void take(long version, String yaml) {
        Publication publication = Publication.of(new Draft(yaml, "alice", ""), version, 0);
        live.take(PolicyKey.of(publication, "00000000").toString(), PublicationCodec.encode(publication));
    }

    private static Policy policy(String yaml) {
        return ((PolicyReading.Valid) CHECK.check(yaml, Optional.empty())).policy();
    }
}
