package io.weirkeeper.core.gate;

import io.weirkeeper.core.policy.Policy;
import java.util.Random;

/** Runs random policies on random traffic; a failure tells its seed, with which it can be run again. */
abstract class GateProperties {
    private static final int POLICIES = 150;

    /** Where the seeds of a build begin: always the same, so that a build does not fail by chance. -Dseed=N looks further. */
    private static final long SEED = 20_261_120;

    /** Something that must hold of every policy and every traffic. */
    interface Property {
        void holds(Random random, Policy policy);
    }

    static void forRandomPolicies(int mostLimits, boolean large, boolean shadow, Property property) {
        long first = Long.getLong("seed", SEED);
        for (long seed = first; seed < first + POLICIES; seed++) {
            Random random = new Random(seed);
            Policy policy = new RandomPolicies(random, mostLimits, large, shadow).next();
            try {
                property.holds(random, policy);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + policy, e);
            }
        }
    }
}
