package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.core.policy.Policy;

/** Policies in tests are written as users write them. */
public final class PolicyText {
    private PolicyText() {}

    /** The policy in a text, which must be valid. */
    public static Policy valid(String yaml) {
        PolicyReading reading = new PolicyReader().read(yaml);
        assertThat(reading).as(yaml).isInstanceOf(PolicyReading.Valid.class);
        return ((PolicyReading.Valid) reading).policy();
    }
}
