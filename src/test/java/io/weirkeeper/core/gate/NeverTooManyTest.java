package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Verdict;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In no window are more accepted than each limit allows, whatever else happens. */
class NeverTooManyTest extends GateProperties {

    @Test
    void severalLimitsHoldTogether() {
        forRandomPolicies(5, false, true, (random, policy) -> check(random, policy, 4, 400));
    }

    @Test
    void oneLargeLimitHolds() {
        forRandomPolicies(1, true, false, (random, policy) -> check(random, policy, 1, 1_500));
    }

    private static void check(Random random, Policy policy, int subKeys, int steps) {
        GateTrial trial = GateTrial.with(policy);
        AcceptedModel model = new AcceptedModel(policy);
        RandomTraffic traffic = new RandomTraffic(random, subKeys);
        int judged = 0;
        for (int i = 0; i < steps; i++) {
            RandomTraffic.Step step = traffic.next();
            Optional<Outcome> outcome = step.on(trial);
            if (outcome.isEmpty()) {
                model.told(step.word(), step.subject());
            } else if (outcome.get().isAllowed() && policy.mode() != Mode.SHADOW) {
                Verdict verdict = outcome.get().verdict();
                model.allowed(verdict.message(), verdict.decidedAt());
            }
            judged++;
        }
        assertThat(judged).isEqualTo(steps);
    }
}
