package io.weirkeeper.scenario;

import io.weirkeeper.core.policy.LimitRule.OnExceed;
import io.weirkeeper.core.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, the topology and the core agree on it. A failure names its seed. */
class RandomTracesTest {
    /** Of a build: always the same, so that it does not fail by chance. -Dseed=N tries another. */
    private static final long SEED = Long.getLong("seed", 20_261_120);

    /** How many of each kind; -Dpolicies=N for another number. */
    private static final int POLICIES = Integer.getInteger("policies", 10);

    /** One for each policy: many scenarios share that of a preset. */
    static List<Example> scenarios() {
        List<Example> distinct = new ArrayList<>();
        List<String> policies = new ArrayList<>();
        for (Example scenario : Example.all()) {
            String policy = Example.text(scenario.folder().resolve("policy.yaml"));
            if (!policies.contains(policy)) {
                policies.add(policy);
                distinct.add(scenario);
            }
        }
        return distinct;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theTopologyAgreesWithTheCoreOnRandomTraces(Example scenario) {
        List<String> trace = RandomTrace.ofAnyTimes(new Random(SEED));
        if (messagesWait(scenario.policy())) {
            trace = RandomTrace.ofTicks(new Random(SEED));
        }

        assertAgreement("policy of " + scenario + ", seed " + SEED, scenario.policy(), trace);
    }

    @ParameterizedTest
    @EnumSource
    void theTopologyAgreesWithTheCoreOnRandomPoliciesThatMakeMessagesWait(RandomPolicy where) {
        for (long seed = SEED; seed < SEED + POLICIES; seed++) {
            Random random = new Random(seed);
            String policy = where.text(random);
            boolean pauses = where == RandomPolicy.AT_THE_GLOBAL_GATE;

            assertAgreement(
                    "seed " + seed + "\n" + policy,
                    PolicyText.valid(policy),
                    RandomTrace.inQuickSuccession(random, pauses));
        }
    }

    private static void assertAgreement(String name, Policy policy, List<String> trace) {
        String lines = String.join("\n", trace);
        List<String> expected = CoreRun.verdicts(policy, lines).lines().toList();
        // The wall clock of the topology starts before the first line, which may be late: in the core that line is the
        // present.
        try (TopologyRun run = new TopologyRun(policy, RandomTrace.EARLIEST.toEpochMilli(), expected)) {
            run.take(TraceLine.of(lines));

            Lines.assertSame(name, expected, run.verdicts());
            run.assertTheLawOfOneVerdict();
            run.assertThatTheAuditTrailMatchesTheVerdicts();
            run.assertThatNothingIsLeft();
        }
    }

    private static boolean messagesWait(Policy policy) {
        return policy.debounce().isPresent()
                || policy.limits().stream().anyMatch(limit -> limit.onExceed() == OnExceed.QUEUE);
    }
}
